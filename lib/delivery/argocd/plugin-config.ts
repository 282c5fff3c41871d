import type { Manifest } from '../../emit/manifest';
import type { ArgoCdModel } from '../../model/types';
import { SYNC_WAVE } from './names';
import type { PluginGenerator } from './settings';

/**
 * Where the ApplicationSet controller finds the plugin generator, and where the token: a reference, the token itself is in a
 * Secret that nobody writes here. The controller trusts the certificate authorities of its image and has no setting for others
 * (argo-cd applicationset/services/internal/http/client.go).
 */
export function pluginConfig({ namespace }: ArgoCdModel, generator: PluginGenerator): Manifest {
  const { configMap, baseUrl, token, requestTimeout } = generator;
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: configMap, namespace, annotations: { [SYNC_WAVE]: '-1' } },
    data: { baseUrl, token, requestTimeout: String(requestTimeout) },
  };
}
