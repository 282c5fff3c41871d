import { describe, expect, it } from 'vitest';
import { roleManifests } from '../../lib/resources/guards/roles';
import { validateAgainstCrd } from '../imports/schema';
import { planEu1 } from './plans';

interface Role {
  kind: string;
  metadata: { name: string; labels?: object };
  rules: { apiGroups: string[]; resources: string[]; verbs: string[] }[];
}

const roles = roleManifests(planEu1({ guards: { roles: true } })) as unknown as Role[];

describe('roles for people', () => {
  it('are written only where the cluster asks for them', () => {
    expect(roleManifests(planEu1())).toEqual([]);
    expect(roleManifests(planEu1({ guards: { links: 'audit' } }))).toEqual([]);
    expect(roles.map(({ metadata }) => metadata.name)).toEqual(['linkerd-fleet-operator', 'linkerd-fleet-view']);
    expect(roles.flatMap((role) => validateAgainstCrd(role))).toEqual([]);
  });

  it('read, and change nothing that a Secret could be had with', () => {
    const writes = roles.flatMap(({ rules }) =>
      rules.flatMap(({ resources, verbs }) =>
        verbs.filter((verb) => !['get', 'list', 'watch'].includes(verb)).map((verb) => `${verb} ${resources.join()}`),
      ),
    );
    expect(writes).toEqual(['delete pods', 'create pods/portforward']);
    for (const { apiGroups, resources } of roles.flatMap(({ rules }) => rules)) {
      expect(resources).not.toContain('secrets');
      if (resources.includes('*')) expect(apiGroups).toEqual(['policy.linkerd.io']);
    }
  });
});
