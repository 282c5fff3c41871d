/**
 * The parameters as Argo CD's UI shows them. It shows title and value and nothing else (no tooltip, no list to choose from,
 * and it enforces nothing), so that what is allowed stands in the title.
 */
import type { Project } from '../../../project';
import { namedCluster } from './cluster';
import { WITH_OBJECTS } from './parameters';
import { namingOf, type Request } from './request';

/** A parameter, as Argo CD's plugin service names its fields (ParameterAnnouncement of reposerver/repository). */
export interface Announcement {
  readonly name: string;
  readonly title: string;
  readonly tooltip: string;
  readonly required: boolean;
  readonly collectionType: 'string' | 'array';
  /** Value when the Application says none. */
  readonly string?: string;
  /** The same for an array. */
  readonly array?: readonly string[];
}

/** Most names in a title. */
const MAX_NAMES = 30;

/** The parameters of a request, from its fleet. */
export function announcements(project: Project, request: Request, path: string): readonly Announcement[] {
  const { fleet } = project;
  const naming = namingOf(request);
  const implied = namedCluster({ ...naming, parameter: undefined });
  const names = [...fleet.clusters.keys()].sort();
  const listed = names.slice(0, MAX_NAMES).join(', ') + (names.length > MAX_NAMES ? `, … (${names.length})` : '');
  return [
    {
      name: 'cluster',
      title: `Cluster of fleet ${fleet.name}: ${listed}`,
      tooltip: 'The cluster whose objects are rendered; must agree with the application path where that names one',
      required: implied === undefined,
      collectionType: 'string',
      string: implied ?? '',
    },
    {
      name: 'components',
      title: `Components: ${WITH_OBJECTS.join(', ')}`,
      tooltip: 'Objects of these components only; all of them when it is left out',
      required: false,
      collectionType: 'array',
      array: [...WITH_OBJECTS],
    },
    {
      name: 'fleet',
      title: 'Description of the fleet, from the root of the repository',
      tooltip: 'A .json or .yaml file, or a directory of them',
      required: false,
      collectionType: 'string',
      string: path,
    },
  ];
}
