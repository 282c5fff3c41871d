/** Names of accounts and namespaces in policies and assertions: that proxies can have identities of them. */
import { type Issue, issue } from '../../errors';
import { at } from '../../fleet/description';
import { isDnsLabel } from '../../net/names';
import type { FleetModel } from '../types';
import { servicesOn } from './placement';
import { merge, pathOf } from './report';
import type { Rule } from './rule';
import { meant } from './syntax';
import { quoted } from './words';

/** Each is one label of an identity, wherever it is named. */
export const accountNames: Rule = {
  codes: ['POLICY_ACCOUNT_NAME'],
  check: (fleet, clusters) => [
    ...servicesOn(fleet, clusters).flatMap(({ spec, at: document }) =>
      (spec.allow ?? []).flatMap((entry, i) => namesOf(entry, `${document}.spec.allow[${i}]`)),
    ),
    ...asserted(fleet),
    ...merge(
      clusters.flatMap((cluster) => {
        const { prometheus } = cluster.observability;
        if (prometheus === undefined) return [];
        const path = pathOf(fleet, cluster, ['observability', 'prometheus']);
        return namesOf(prometheus, path, [cluster.name]);
      }),
    ),
  ],
};

function asserted({ spec }: FleetModel): Issue[] {
  return (spec.assert ?? []).flatMap(({ only, never, call }, i) => {
    const path = `${at.fleet}.spec.assert[${i}]`;
    return [
      ...(only ?? []).flatMap((subject, k) => namesOf(subject, `${path}.only[${k}]`)),
      ...(never ?? []).flatMap((subject, k) => namesOf(subject, `${path}.never[${k}]`)),
      ...namesOf({ namespace: call.namespace }, `${path}.call`),
    ];
  });
}

interface Named {
  readonly serviceAccount?: string;
  readonly namespace?: string;
}

function namesOf(named: Named, path: string, clusters?: string[]): Issue[] {
  return (['serviceAccount', 'namespace'] as const).flatMap((key) => {
    const text = named[key];
    if (text === undefined || isDnsLabel(text)) return [];
    const fix = key === 'serviceAccount' && text.includes('.') ? DOTTED : meant(text);
    return [issue('POLICY_ACCOUNT_NAME', { path: `${path}.${key}`, found: quoted(text), fix, clusters })];
  });
}

const DOTTED = 'Run the callers by an account without dots in its name: proxies of this one get no certificate.';
