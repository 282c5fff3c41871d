/** How link credentials travel, as the rest of the model has it. */

/** How the sources of a cluster get the credentials that they watch it with. */
export interface CredentialsModel {
  /** Of sources that `sources` does not name. */
  readonly common: LinkCredentialsModel;
  /** By name of the source. */
  readonly sources: Readonly<Record<string, LinkCredentialsModel>>;
  /** Names of sources that are let in no longer, in code-unit order. */
  readonly revoked: readonly string[];
}

/** How the credentials of one Link travel, and which of its tokens are good. */
export type LinkCredentialsModel = CredentialsWay & {
  readonly controlPlaneSecret: 'needed' | 'always';
} & Epochs;

/** How a kubeconfig comes from a target to a source. */
export type CredentialsWay =
  | { readonly kind: 'existing' }
  | {
      readonly kind: 'externalSecrets';
      readonly store: string;
      readonly storeKind: 'SecretStore' | 'ClusterSecretStore';
      /** Key in the store, with {target} and {source}. */
      readonly key: string;
      readonly refreshInterval: string;
    }
  | {
      readonly kind: 'sealedSecrets';
      /** Path with {source}, {target} and {namespace}. */
      readonly files: string;
      /** Path with {source}. */
      readonly certificate: string;
      /** Whether there is no file yet, and nothing is written in the source. */
      readonly awaiting?: boolean;
    }
  | { readonly kind: 'sops'; readonly files: string; readonly age: readonly string[] }
  | {
      readonly kind: 'oidc';
      /** With {target}. */
      readonly audience: string;
      /** With {source}. */
      readonly usernamePrefix: string;
    };

/** Tokens after `retired` exist, up to `epoch`, which is the one that is delivered; readers have been told to load `loaded`. */
export interface Epochs {
  readonly epoch: number;
  readonly loaded: number;
  readonly retired: number;
}
