/** What is written: text at paths. */
import type { Piece } from '../emit/text';

/** A file: its path, with `/`, relative to the directory it is for, and all of its text. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
  /**
   * The same text in whole documents and what separates them; those that many files have in common are encoded and looked
   * through once. `text` is not asked for then.
   */
  readonly pieces?: readonly Piece[];
}

/** The files of one cluster's directory. */
export interface ClusterFiles {
  /** The name of the cluster and of its directory under `clusters/`. */
  readonly name: string;
  /**
   * Stands for all that the files follow from: with the same token they are the same, byte for byte. Asked for only where
   * it is of use.
   *
   * @default - none: the files are made, and compared with what is on disk
   */
  readonly token?: () => string;
  /** Asked for once, when the cluster's turn comes; not at all for clusters of other shards, or untouched since. */
  readonly files: Iterable<TextFile>;
}
