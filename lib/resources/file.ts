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

// Classes, for their getters: an object literal with a getter has a hidden class of its own, which V8 keeps, with the plan that the
// getter reaches, until it looks at the whole heap.

/** Objects and texts that are made when they are asked for: whoever wants objects does not want their text. */
export class LateManifests {
  readonly kind = 'manifests';
  constructor(
    readonly path: string,
    private readonly objects: () => readonly Manifest[],
    private readonly pieces: () => readonly (Piece | readonly Piece[])[],
  ) {}
  get manifests(): readonly Manifest[] {
    return this.objects();
  }
  get texts(): readonly (Piece | readonly Piece[])[] {
    return this.pieces();
  }
}

/** Values that are made when they are asked for: a stream of objects has none. */
export class LateValues {
  readonly kind = 'values';
  constructor(
    readonly path: string,
    private readonly make: () => Readonly<Record<string, unknown>>,
  ) {}
  get values(): Readonly<Record<string, unknown>> {
    return this.make();
  }
}
