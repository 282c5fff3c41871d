/** Callers and calls to try in the clusters, each with what must become of it. */
import { type Door, doorsOf, type Keep } from '../../model/policy/callers';
import type { ClusterModel, FleetModel, ServiceModel } from '../../model/types';
import { type Case, verdictsFor } from './who-can';

/** One call to try. */
export interface Pair {
  /** Cluster of the caller. */
  readonly cluster: string;
  readonly namespace: string;
  readonly serviceAccount: string;
  readonly method: string;
  /** By the name of the Service that leads there in the cluster of the caller. */
  readonly url: string;
  readonly expect: 'allowed' | 'refused';
}

/**
 * Every account that `allow` names, and account default of its namespaces and of that of the Service, from every cluster in
 * which a Service leads there. A name behind which members decide differently is left out: which of them answers is chance.
 */
export function pairsFor(
  fleet: FleetModel,
  service: ServiceModel,
  members: readonly ClusterModel[],
  keep: Keep,
): readonly Pair[] {
  const guards = members.flatMap((member) => doorsOf(service, member).flatMap((door) => keep(door)?.guard ?? []));
  const accounts = accountsOf(service.namespace, [...new Set([service, ...guards])]);
  return [...fleet.clusters.values()].flatMap((cluster) =>
    accounts.flatMap((account) => {
      const cases = verdictsFor(fleet, service, members, { ...account, cluster }, keep);
      const byUrl = new Map<string, Pair[]>();
      for (const one of cases) {
        for (const pair of pairOf(service, cluster, account, one)) {
          byUrl.set(pair.url, [...(byUrl.get(pair.url) ?? []), pair]);
        }
      }
      return [...byUrl.values()].flatMap((all) =>
        all.every(({ expect }) => expect === all[0]?.expect) ? all.slice(0, 1) : [],
      );
    }),
  );
}

type Account = Pick<Pair, 'namespace' | 'serviceAccount'>;

function accountsOf(namespace: string, guards: readonly ServiceModel[]): readonly Account[] {
  const allowed = guards.flatMap(({ spec }) => spec.allow ?? []);
  const named = allowed.flatMap((entry) => (entry.namespace === undefined ? [] : [entry]));
  const accounts = [
    ...named.map((entry) => ({
      namespace: entry.namespace as string,
      serviceAccount: entry.serviceAccount ?? 'default',
    })),
    ...[...named.map((entry) => entry.namespace as string), namespace].map((name) => ({
      namespace: name,
      serviceAccount: 'default',
    })),
  ];
  return [...new Map(accounts.map((one) => [`${one.serviceAccount}.${one.namespace}`, one])).values()];
}

function pairOf(
  service: ServiceModel,
  cluster: ClusterModel,
  account: Account,
  { verdict, door }: Case,
): readonly Pair[] {
  const port = door && portOf(door);
  if (verdict.called === undefined || port === undefined || verdict.addresses !== undefined) return [];
  const [request = 'GET /'] = verdict.requests ?? [];
  const [path = '/', method = 'GET'] = request.replace(/\*$/, '').split(' ').reverse();
  const host = `${verdict.called}.${service.namespace}.svc.${cluster.clusterDomain}`;
  const expect = verdict.verdict === 'refused' ? 'refused' : 'allowed';
  return [{ cluster: cluster.name, ...account, method, url: `http://${host}:${port}${path}`, expect }];
}

const portOf = ({ ports }: Door): number | undefined => ports?.[0]?.port;

/** The pairs as a script of sh that tries them with kubectl and curl, one line each, and exits 1 where one goes otherwise. */
export function pairsScript(title: string, pairs: readonly Pair[]): string {
  const lines = pairs.map(({ expect, cluster, namespace, serviceAccount, method, url }) =>
    ['ask', expect, cluster, namespace, serviceAccount, method, url].map(word).join(' '),
  );
  return `${HEAD.replace('TITLE', title)}${lines.join('\n')}\nexit $failed\n`;
}

/** Names of Kubernetes and URLs need no quotes; paths may. */
const word = (text: string): string => (/^[\w.:/@-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);

const HEAD = `#!/bin/sh
# Who may call TITLE, and who may not: written by linkerd-fleet from the description of the fleet.
# Contexts of kubectl have the names of the clusters; namespaces and accounts of the callers must be there.
failed=0
ask() {
  want=$1 cluster=$2 namespace=$3 account=$4 method=$5 url=$6
  code=$(kubectl --context "$cluster" --namespace "$namespace" run "ask-$account" --image "\${IMAGE:-curlimages/curl}" \\
    --annotations linkerd.io/inject=enabled --overrides "{\\"spec\\":{\\"serviceAccountName\\":\\"$account\\"}}" \\
    --restart Never --rm --attach --quiet --command -- \\
    curl --silent --output /dev/null --write-out '%{http_code}' --max-time 15 --request "$method" "$url")
  # On a port that carries HTTP a refused caller gets 403; on an opaque one its own proxy says 502.
  case $code in 403 | 502) got=refused ;; 2?? | 3?? | 404 | 405) got=allowed ;; *) got="\${code:-nothing}" ;; esac
  if [ "$got" = "$want" ]; then echo "ok      $*"; else echo "FAILED  $*: $got"; failed=1; fi
}
`;
