/** What is written: text at paths. */

/** A file: its path, with `/`, relative to the directory it is for, and all of its text. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** The files of one cluster's directory. */
export interface ClusterFiles {
  /** The name of the cluster and of its directory under `clusters/`. */
  readonly name: string;
  /** Asked for once, when the cluster's turn comes, and not at all for clusters of other shards. */
  readonly files: Iterable<TextFile>;
}
