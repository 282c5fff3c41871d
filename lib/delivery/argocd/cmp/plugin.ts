/** The plugin as Argo CD knows it: its name, and the file that argocd-cmp-server reads. */

/** `metadata.name` of the plugin. */
export const PLUGIN = 'linkerd-fleet';

/**
 * The name for `spec.source.plugin.name`: Argo CD appends the version to it. It has to change with the plugin, because the
 * cache of the repo-server knows the name of a plugin and not its version, and would go on serving what an older one rendered.
 */
export const pluginName = (version: string): string => `${PLUGIN}-v${version}`;

/**
 * plugin.yaml, for /home/argocd/cmp-server/config. There is no `discover`: the repo-server would send every repository that
 * has no plugin named to find out, and each Application names its plugin by version anyway.
 */
export function pluginConfig(version: string): Record<string, unknown> {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'ConfigManagementPlugin',
    metadata: { name: PLUGIN },
    spec: {
      version: `v${version}`,
      generate: { command: ['linkerd-fleet', 'cmp', 'generate'] },
      parameters: { dynamic: { command: ['linkerd-fleet', 'cmp', 'parameters'] } },
      preserveFileMode: false,
      provideGitCreds: false,
    },
  };
}
