/** Credentials from files beside the description, copied: sealed ones as objects, those of sops as they are. */
import type { Manifest } from '../../emit/manifest';
import {
  EPOCH_ANNOTATION,
  type FoundFile,
  fileWay,
  RECIPIENT_ANNOTATION,
  readCredentialFile,
} from '../../model/credentials/files';
import type { ClusterPlan, LinkPlan } from '../../plan/types';
import type { OutputFile } from '../file';
import { inWave, WAVES } from '../waves';

/** The SealedSecrets of one Link; none unless its credentials come so. What is wrong with a file, the rules have said. */
export function sealedSecretManifests(plan: ClusterPlan, link: LinkPlan): readonly Manifest[] {
  if (link.credentials.way.kind !== 'sealedSecrets') return [];
  return filesOf(plan, link).map(({ document }) => {
    const { apiVersion, kind, metadata, spec } = document as never as Manifest;
    const {
      name,
      namespace,
      annotations = {},
    } = metadata as Manifest['metadata'] & { annotations?: Record<string, string> };
    const kept = {
      [EPOCH_ANNOTATION]: annotations[EPOCH_ANNOTATION],
      [RECIPIENT_ANNOTATION]: annotations[RECIPIENT_ANNOTATION],
    };
    return inWave(WAVES.credentials, {
      apiVersion,
      kind,
      metadata: { name, namespace, annotations: kept },
      spec,
    } as Manifest);
  });
}

/** Files of sops, byte for byte: what is moved in one no longer has the checksum in it. */
export function sopsFiles(plan: ClusterPlan): readonly OutputFile[] {
  return plan.links
    .filter((link) => link.credentials.way.kind === 'sops')
    .flatMap((link) =>
      filesOf(plan, link).map(({ text, document }): OutputFile => {
        const { name, namespace } = document['metadata'] as { name: string; namespace: string };
        return { path: `multicluster/${name}.${namespace}.sops.yaml`, kind: 'text', text };
      }),
    );
}

function filesOf({ fleet }: ClusterPlan, link: LinkPlan): readonly FoundFile[] {
  if (fileWay(link) === undefined) return [];
  return link.credentials.namespaces.flatMap((namespace) => readCredentialFile(fleet, link, namespace).found ?? []);
}
