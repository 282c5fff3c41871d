/** Texts in pieces: what occurs in many files is made, encoded and looked through once. */

/** A text that occurs in many files. The object stands for it: two of the same text are two. */
export interface SharedText {
  readonly text: string;
  /** What is looked through for secrets in its place, where it is a stretch of something that belongs together. @default text */
  readonly within?: string;
}

/** A stretch of a text. */
export type Piece = string | SharedText;

/** The text that pieces come to. */
export function textOf(pieces: readonly Piece[]): string {
  let text = '';
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]!;
    text += typeof piece === 'string' ? piece : piece.text;
  }
  return text;
}
