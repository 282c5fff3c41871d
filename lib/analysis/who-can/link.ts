/**
 * Who may join clusters: write a Link, mark a Service so that it crosses, or write the credential that a Link reads. Git knows
 * what the fleet writes and what its guards refuse; who holds which rights in a cluster it does not.
 */
import { at } from '../../fleet/description';
import { credentialsSecretName } from '../../linkerd/names';
import { isRevoked } from '../../model/credentials/credentials';
import { carries, carriesGateway } from '../../model/rules/carry';
import { pathOf } from '../../model/rules/report';
import type { ClusterModel, Edge, FleetModel } from '../../model/types';
import { planAccess, planLink } from '../../plan/link';
import { servicesOf } from '../../plan/services';

/** Questions about what joins clusters. */
export type Joining = 'link' | 'export' | 'write-credentials';

/** Somebody, and what they may do. */
export interface Standing {
  readonly who: string;
  readonly may: string;
  /** What gives or leaves it to them: a path in the description, or what it does not say. */
  readonly by: string;
}

/** Who may, in a cluster, what the question asks. */
export function whoMay(question: Joining, fleet: FleetModel, cluster: ClusterModel): readonly Standing[] {
  return QUESTIONS[question](fleet, cluster);
}

const QUESTIONS: Readonly<Record<Joining, (fleet: FleetModel, cluster: ClusterModel) => readonly Standing[]>> = {
  link: whoMayLink,
  export: whoMayExport,
  'write-credentials': whoMayWriteCredentials,
};

const TOPOLOGY = `${at.fleet}.spec.topology`;
const CREDENTIALS = `${at.fleet}.spec.credentials`;

function whoMayLink(fleet: FleetModel, cluster: ClusterModel): readonly Standing[] {
  const namespace = cluster.linkerd.multiclusterNamespace;
  const targets = fleet.topology.targets(cluster);
  const who = deliverer(fleet, cluster);
  return [
    ...targets.map((edge) => ({ who, may: `hold a Link to ${edge.target.name} (${modeOf(edge)})`, by: TOPOLOGY })),
    guarded(fleet, cluster, 'links', {
      who: 'whoever RBAC lets write links.multicluster.linkerd.io',
      free: 'write any Link; it carries what its credential can read',
      pinned: 'write Links of the fleet, with its target, gateway and selectors; no other',
    }),
    ...admitted(fleet, cluster).map((edge) => ({
      who: `${edge.source.name}, as ${accountOf(edge, namespace)}`,
      may: `hold a Link to ${cluster.name} (${modeOf(edge)}): read its Services, pods, Endpoints and Servers`,
      by: TOPOLOGY,
    })),
  ];
}

const modeOf = ({ mode, draining }: Edge): string => (draining ? `${mode}, draining: it mirrors nothing` : mode);

function accountOf(edge: Edge, namespace: string): string {
  const { oidc, tokens } = planAccess(edge);
  const accounts = tokens.map(({ account }) => `${namespace}/${account}`);
  return oidc === undefined ? accounts.join(' and ') : oidc.readers.map(({ user }) => user).join(' and ');
}

function whoMayExport(fleet: FleetModel, cluster: ClusterModel): readonly Standing[] {
  const who = deliverer(fleet, cluster);
  const edges = fleet.topology.sources(cluster);
  const crossing = servicesOf(fleet, cluster).filter(({ exported, federated }) => federated || exported !== 'no');
  return [
    ...crossing.map((service) => {
      const ways = [...(service.federated ? ['federated'] : []), ...(service.exported === 'no' ? [] : ['exported'])];
      const to = edges.filter((edge) => !edge.draining && carries(edge, service)).map(({ source }) => source.name);
      const reach = to.length === 0 ? 'nobody' : to.join(', ');
      return {
        who,
        may: `have ${service.namespace}/${service.name} ${ways.join(' and ')} to ${reach}`,
        by: service.at,
      };
    }),
    guarded(fleet, cluster, 'exports', {
      who: 'whoever RBAC lets write Services',
      free: `export or federate any Service, to ${namesOf(edges)}`,
      pinned: 'write these labels on Services of the fleet, with its values; on no other',
    }),
    ...(cluster.gateway === undefined ? [] : [throughGateway(fleet, cluster, edges)]),
  ];
}

/** The gateway asks for an identity and not for a label. */
function throughGateway(fleet: FleetModel, cluster: ClusterModel, edges: readonly Edge[]): Standing {
  const clients =
    cluster.gateway?.admit === 'linked'
      ? `meshed clients of ${namesOf(edges.filter(carriesGateway))} and of clusters that share their trust domains`
      : 'every meshed client that reaches the gateway';
  return {
    who: clients,
    may: 'call Services that were never exported, as far as policy lets in the gateway',
    by: pathOf(fleet, cluster, ['gateway', 'admit']),
  };
}

function whoMayWriteCredentials(fleet: FleetModel, cluster: ClusterModel): readonly Standing[] {
  const { guards, linkerd } = cluster;
  const may = `write cluster-credentials-* in ${linkerd.namespace} and ${linkerd.multiclusterNamespace}, and Secrets of their type anywhere`;
  const writers = guards?.credentials === undefined ? [] : guards.writers;
  const guard = (key: string) => pathOf(fleet, cluster, ['guards', key]);
  return [
    ...fleet.topology.targets(cluster).flatMap((edge) => credentialOf(fleet, edge)),
    ...writers.map((who) => ({ who, may: 'write the Secrets of its Links above; no other', by: guard('writers') })),
    ...(guards?.credentials === undefined || guards.breakGlass === undefined
      ? []
      : [{ who: `group ${guards.breakGlass}`, may, by: guard('breakGlass') }]),
    guarded(fleet, cluster, 'credentials', {
      who: 'whoever RBAC lets write Secrets',
      free: `${may}: a kubeconfig is code for whoever reads it`,
      pinned: 'write no such Secret, unless listed above',
    }),
    ...tokens(fleet, cluster),
  ];
}

function credentialOf(fleet: FleetModel, edge: Edge): readonly Standing[] {
  const { source, target } = edge;
  const { credentials } = planLink(edge);
  const secret = `${credentialsSecretName(target.name)} in ${credentials.namespaces.join(' and ')}`;
  const given = credentials.way;
  const isSaid = target.levels.some(({ settings }) => settings['credentials'] !== undefined);
  const by = isSaid ? pathOf(fleet, target, ['credentials']) : CREDENTIALS;
  if (credentials.oidc !== undefined) {
    const { issuer, audience } = credentials.oidc;
    const signs = `sign tokens for audience ${audience} with which ${target.name} takes the bearer for ${source.name}`;
    return [
      { who: `whoever writes the directory of ${source.name} to it`, may: `write ${secret}, which has no token`, by },
      { who: `whoever has the keys of issuer ${issuer?.url ?? 'of the source'}`, may: signs, by },
    ];
  }
  if (given.kind !== 'externalSecrets' || credentials.storeKey === undefined) {
    return [{ who: `whoever delivers credentials (${given.kind})`, may: `write ${secret}`, by }];
  }
  const store = `${given.storeKind} ${given.store}`;
  return [
    { who: `External Secrets in ${source.name}, from ${store}`, may: `write ${secret}`, by },
    {
      who: `PushSecret in ${target.name}, and whoever else may write the key in ${store}`,
      may: `decide what is in it: ${credentials.storeKey}`,
      by,
    },
  ];
}

const admitted = (fleet: FleetModel, cluster: ClusterModel) =>
  fleet.topology.sources(cluster).filter((edge) => !isRevoked(edge));

/** Who reads the token of a source is that source. */
function tokens(fleet: FleetModel, cluster: ClusterModel): readonly Standing[] {
  const secrets = admitted(fleet, cluster).flatMap((edge) => planAccess(edge).tokens.map(({ secret }) => secret));
  if (secrets.length === 0) return [];
  return [
    {
      who: `whoever RBAC lets read Secrets in ${cluster.linkerd.multiclusterNamespace}`,
      may: `take the place of a source: ${secrets.join(', ')}`,
      by: TOPOLOGY,
    },
  ];
}

type Guarded = 'links' | 'exports' | 'credentials';

function guarded(
  fleet: FleetModel,
  cluster: ClusterModel,
  guard: Guarded,
  { who, free, pinned }: { readonly who: string; readonly free: string; readonly pinned: string },
): Standing {
  const mode = cluster.guards?.[guard];
  if (mode === undefined) return { who, may: free, by: `nothing forbids it: no guards.${guard}` };
  const by = `${pathOf(fleet, cluster, ['guards', guard])}: ${mode}`;
  if (mode === 'deny') return { who: `${who}, cluster admins too`, may: pinned, by };
  return { who, may: `${free}; it is reported`, by };
}

function deliverer({ argocd }: FleetModel, { name }: ClusterModel): string {
  if (argocd === undefined) return `whoever applies clusters/${name}`;
  return `whoever merges to ${argocd.repoURL} (${argocd.targetRevision}), by AppProject ${argocd.project}`;
}

const namesOf = (edges: readonly Edge[]): string => edges.map(({ source }) => source.name).join(', ') || 'nobody';
