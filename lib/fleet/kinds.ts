/** Kinds of documents, each with the name of its shape. */
export const KINDS = { Fleet: 'FleetDocument', Cluster: 'ClusterDocument', Service: 'ServiceDocument' } as const;

/** Name of a kind of document. */
export type Kind = keyof typeof KINDS;

/** The kind that a document says it is of. */
export function kindOf(value: unknown): Kind | undefined {
  const kind = (value as { kind?: unknown } | null)?.kind;
  return typeof kind === 'string' && Object.hasOwn(KINDS, kind) ? (kind as Kind) : undefined;
}
