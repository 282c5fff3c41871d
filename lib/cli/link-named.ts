import { FleetError, issue } from '../errors';
import type { ClusterModel } from '../model/types';
import { clusterOf, type Project } from '../project';

/** The ends of `source->target`. @throws USAGE, CLUSTER_UNKNOWN */
export function linkNamed(project: Project, text: string): { source: ClusterModel; target: ClusterModel } {
  const [source, target, ...more] = text.split('->');
  if (source === undefined || target === undefined || more.length > 0) {
    const allowed = "'SOURCE->TARGET', in quotes: a shell takes > for itself";
    throw new FleetError([issue('USAGE', { path: '--link', found: JSON.stringify(text), allowed })]);
  }
  return { source: clusterOf(project, source.trim()), target: clusterOf(project, target.trim()) };
}
