/** What Argo CD would show, in its words (Argo CD 3.2: reposerver/repository, cmpserver/plugin, controller/state). */
import type { Application, PluginSource } from './application';

/** Condition of the Application when the plugin fails. */
export function failureShown(application: Application, source: PluginSource, status: number, stderr: string): string {
  const cause = `\`linkerd-fleet cmp generate\` failed exit status ${status}: ${stderr.trim()}`;
  const inPlugin = `error generating manifests in cmp: rpc error: code = Unknown desc = error generating manifests: ${cause}`;
  return comparisonError(
    application,
    source,
    `CMP processing failed for application "${application.name}": ${inPlugin}`,
  );
}

/** Condition when the application path is not there. */
export const pathShown = (application: Application, source: PluginSource): string =>
  comparisonError(application, source, `${source.path}: app path does not exist`);

/** Condition when no plugin has the name. */
export const pluginShown = (application: Application, source: PluginSource): string =>
  comparisonError(
    application,
    source,
    `CMP processing failed for application "${application.name}": could not find cmp-server plugin with name "${source.plugin}" supporting the given repository`,
  );

function comparisonError({ sources }: Application, { number }: PluginSource, cause: string): string {
  const place = `failed to generate manifest for source ${number} of ${sources}`;
  return `ComparisonError: Failed to load target state: ${place}: rpc error: code = Unknown desc = ${cause}`;
}
