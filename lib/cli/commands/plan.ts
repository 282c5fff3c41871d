import { type Explanation, explain } from '../../analysis/explain';
import { throwOnErrors } from '../../errors';
import type { ClusterModel, FleetModel } from '../../model/types';
import { check } from '../../project';
import { type Command, type Context, EXIT } from '../command';
import { openFleet } from '../open';
import { table } from '../output/table';
import { SELECT_FLAGS, selectedClusters } from '../select';

/** What clusters get, and why. */
export const plan: Command = {
  name: 'plan',
  summary: 'Show what a cluster gets, and where each value comes from',
  usage: '[fleet] [--cluster NAME] [flags]',
  examples: [
    ['linkerd-fleet plan fleets/prod.ts', 'every cluster with its Links, in one table'],
    ['linkerd-fleet plan fleets/prod.ts --cluster prod-eu', 'one cluster: settings and their origin, Links, Secrets'],
  ],
  flags: {
    output: { type: 'string', short: 'o', value: 'FORMAT', choices: ['table', 'json'], help: 'format' },
    ...SELECT_FLAGS,
  },
  args: 1,
  run,
};

async function run({ flags, args, io }: Context): Promise<number> {
  const project = await openFleet(args[0], io);
  const { fleet } = project;
  throwOnErrors(check(project));
  const selected = selectedClusters(project, flags);
  const clusters = selected ?? [...fleet.clusters.values()];
  if (flags.output === 'json') {
    io.out(
      `${JSON.stringify(
        clusters.map((c) => explain(fleet, c)),
        null,
        2,
      )}\n`,
    );
  } else if (selected === undefined) io.out(overview(fleet, clusters));
  else io.out(clusters.map((c) => details(explain(fleet, c))).join('\n'));
  return EXIT.fine;
}

function overview(fleet: FleetModel, clusters: readonly ClusterModel[]): string {
  const rows = clusters.map((c) => {
    const targets = fleet.topology.targets(c);
    const gateway = targets.filter((edge) => edge.mode === 'gateway').length;
    return [
      c.name,
      c.region ?? '-',
      c.network ?? '-',
      c.linkerd.release.version,
      String(c.wave),
      String(targets.length - gateway),
      String(gateway),
      String(fleet.topology.sources(c).length),
      c.trustDomain,
    ];
  });
  return table(['CLUSTER', 'REGION', 'NETWORK', 'LINKERD', 'WAVE', 'FLAT', 'GATEWAY', 'SOURCES', 'TRUST DOMAIN'], rows);
}

function details(e: Explanation): string {
  const value = (v: unknown) => (typeof v === 'string' ? shorten(v) : shorten(JSON.stringify(v)));
  const secrets = e.links.flatMap((l) => l.secrets);
  const pairs = (map: Readonly<Record<string, string>>) =>
    Object.entries(map)
      .map(([k, v]) => `${k}=${v}`)
      .join(' ') || '-';
  return [
    `cluster ${e.cluster}\n`,
    table(
      ['SETTING', 'VALUE', 'FROM'],
      e.settings.map((s) => [s.key, value(s.value), s.from]),
    ),
    table(
      ['LINK TO', 'MODE', 'PODS REACHABLE', 'GATEWAY', 'CREDENTIALS', 'TOKEN', 'ROTATION'],
      e.links.map((l) => [
        l.target,
        l.draining ? `${l.mode}, draining` : l.mode,
        l.podToPod ? 'yes' : 'no',
        l.gateway ?? '-',
        l.credentials.by,
        String(l.credentials.loaded),
        l.credentials.revoked ? 'revoked' : l.credentials.stage,
      ]),
    ),
    table(
      ['SECRET', 'NAMESPACE', 'LABELS', 'ANNOTATIONS'],
      secrets.map((s) => [s.name, s.namespace, pairs(s.labels), pairs(s.annotations)]),
    ),
    table(
      ['READ BY', 'SERVICE ACCOUNT', 'TOKENS', 'ROTATION'],
      [
        ...e.sources.map((s) => [s.source, s.serviceAccount, s.tokens.join(' '), s.stage]),
        ...e.revoked.map((name) => [name, '-', '-', 'revoked']),
      ],
    ),
    table(
      ['SERVICE', 'EXPORTED', 'FEDERATED', 'WRITTEN HERE'],
      e.services.map((s) => [s.service, s.exported, s.federated ? 'yes' : 'no', s.written]),
    ),
  ].join('\n');
}

const shorten = (text: string): string => {
  const line = text.replaceAll('\n', ' ');
  return line.length > 90 ? `${line.slice(0, 87)}...` : line;
};
