import type { Manifest } from '../emit/manifest';
import type { Piece } from '../emit/text';

/** One file of a cluster's directory, relative to it. */
export type OutputFile =
  /** Kubernetes objects, applied as they are. */
  | {
      readonly path: string;
      readonly kind: 'manifests';
      readonly manifests: readonly Manifest[];
      /** Their texts in order, each of one object or more, where these can be had without the objects. */
      readonly texts?: readonly (Piece | readonly Piece[])[];
    }
  /** Values of a Helm chart: not a manifest, and excluded from what is applied. */
  | {
      readonly path: string;
      readonly kind: 'values';
      readonly values: Readonly<Record<string, unknown>>;
      /** What it is instead, where it is for another program than Helm. */
      readonly note?: string;
    }
  /** Parameters for generators: likewise. */
  | { readonly path: string; readonly kind: 'json'; readonly value: unknown }
  /** Text that users' own charts came to. */
  | { readonly path: string; readonly kind: 'text'; readonly text: string };
