/** How sources are given access to a cluster, from what the fleet, its region and the cluster itself say. */
import type { Credentials } from '../../fleet/spec';
import { CREDENTIAL_FILES, EXTERNAL_SECRETS, OIDC } from '../defaults';
import { isPlain, mergeMaps } from '../inherit';
import type {
  ClusterModel,
  CredentialsModel,
  CredentialsWay,
  Edge,
  Epochs,
  Level,
  LinkCredentialsModel,
} from '../types';

type Said = Omit<Credentials, 'sources' | 'revoked'>;

/**
 * The credentials of a cluster. The nearest level that names a way decides on it, and merges with those that name the same
 * one; epochs belong together; a revocation is never taken back by a nearer level.
 */
export function credentialsModel(levels: readonly Level[]): CredentialsModel {
  const said = levels.flatMap(({ settings: { credentials } }) =>
    isPlain(credentials) ? [credentials as Credentials] : [],
  );
  const common = said.reduce<LinkCredentialsModel>(refined, DEFAULT);
  const sources: Record<string, LinkCredentialsModel> = {};
  for (const { sources: own = {} } of said) {
    for (const [name, given] of Object.entries(own)) sources[name] = refined(sources[name] ?? common, given);
  }
  const revoked = [...new Set(said.flatMap(({ revoked = [] }) => revoked))].sort();
  return said.length === 0 ? NOTHING_SAID : { common, sources, revoked };
}

const DEFAULT: LinkCredentialsModel = {
  kind: 'existing',
  controlPlaneSecret: 'needed',
  epoch: 1,
  loaded: 1,
  retired: 0,
};

const NOTHING_SAID: CredentialsModel = { common: DEFAULT, sources: {}, revoked: [] };

/** Ways of delivery, as the description names them. */
export const WAYS = ['externalSecrets', 'existing', 'sealedSecrets', 'sops', 'oidc'] as const;

function refined(below: LinkCredentialsModel, said: Said): LinkCredentialsModel {
  const { controlPlaneSecret, epoch, loaded, retired, ...way } = below;
  return {
    ...wayOf(way, said),
    controlPlaneSecret: said.controlPlaneSecret ?? controlPlaneSecret,
    ...(epochsOf(said) ?? { epoch, loaded, retired }),
  } as LinkCredentialsModel;
}

function wayOf(below: CredentialsWay, said: Said): CredentialsWay {
  const kind = WAYS.find((name) => said[name] !== undefined);
  switch (kind) {
    case undefined:
      return below;
    case 'existing':
      return { kind };
    case 'externalSecrets':
      return { ...mergeMaps(below.kind === kind ? below : EXTERNAL_SECRETS, said[kind] ?? {}), kind } as CredentialsWay;
    case 'sealedSecrets':
      return { ...mergeMaps(below.kind === kind ? below : CREDENTIAL_FILES, said[kind] ?? {}), kind } as CredentialsWay;
    case 'oidc':
      return { ...mergeMaps(below.kind === kind ? below : OIDC, said[kind] ?? {}), kind } as CredentialsWay;
    case 'sops': {
      const { files } = CREDENTIAL_FILES;
      return { ...mergeMaps(below.kind === kind ? below : { files }, said[kind] ?? {}), kind } as CredentialsWay;
    }
  }
}

function epochsOf({ epoch, loaded, retired }: Said): Epochs | undefined {
  if (epoch === undefined && loaded === undefined && retired === undefined) return undefined;
  const gone = retired ?? 0;
  return { epoch: epoch ?? 1, loaded: loaded ?? gone + 1, retired: gone };
}

/** The credentials of one Link. */
export function credentialsOf({ source, target }: Pick<Edge, 'source' | 'target'>): LinkCredentialsModel {
  const { sources, common } = target.credentials;
  return Object.hasOwn(sources, source.name) ? (sources[source.name] as LinkCredentialsModel) : common;
}

/** Whether the epochs of a Link are its own: said of its source at some level. Those of all others are the target's. */
export function hasOwnEpochs({ source, target }: Pick<Edge, 'source' | 'target'>): boolean {
  return target.levels.some(({ settings: { credentials } }) => {
    const sources = isPlain(credentials) && isPlain(credentials['sources']) ? credentials['sources'] : {};
    const said = Object.hasOwn(sources, source.name) ? sources[source.name] : undefined;
    return isPlain(said) && epochsOf(said) !== undefined;
  });
}

/** Whether a target lets a source in no longer. */
export function isRevoked({ source, target }: Pick<Edge, 'source' | 'target'>): boolean {
  return target.credentials.revoked.includes(source.name);
}

/** Namespaces of the source that get the Secret: that of the mirror controller, and that of destination where it needs one. */
export function secretNamespaces(edge: Edge): readonly string[] {
  const { multiclusterNamespace, namespace } = edge.source.linkerd;
  const isNeeded = edge.podToPod || credentialsOf(edge).controlPlaneSecret === 'always';
  return isNeeded ? [multiclusterNamespace, namespace] : [multiclusterNamespace];
}

/** Epochs whose tokens exist, oldest first. */
export function liveEpochs({ epoch, retired }: Pick<Epochs, 'epoch' | 'retired'>): readonly number[] {
  return Array.from({ length: Math.max(epoch - retired, 0) }, (_, i) => retired + 1 + i);
}

/**
 * Where a rotation stands: `settled`, one token; `minted`, there is one that nobody was told to load; `loaded`, readers use the second
 * one.
 */
export function rotationStage({ epoch, loaded, retired }: Epochs): 'settled' | 'minted' | 'loaded' {
  if (loaded < epoch) return 'minted';
  return epoch === retired + 1 ? 'settled' : 'loaded';
}

/** Whether a source that was revoked is let in again: its only token is new, and it was told to load none but those that are gone. */
export const isReadmitted = ({ epoch, loaded, retired }: Epochs): boolean =>
  loaded === retired && epoch === retired + 1;

/** Whether the account that the chart makes for all sources is kept: whose it is, and what it may, the fleet does not say. */
export const keepsChartAccount = ({ values }: Pick<ClusterModel, 'values'>): boolean =>
  values.multicluster['remoteMirrorServiceAccount'] === true;
