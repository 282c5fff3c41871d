import { describe, expect, it } from 'vitest';
import { LINK_HEALTH } from '../../../lib/delivery/argocd/link-health';
import { validateAgainstCrd } from '../../imports/schema';
import { fleetOf, written } from './fixture';

describe('the part of argocd-cm', () => {
  const settings = written(fleetOf({ argocd: { namespace: 'gitops' } })).get('argocd/settings/argocd-cm.yaml');

  it('is the ConfigMap of that Argo CD', () => {
    expect(validateAgainstCrd(settings)).toEqual([]);
    expect([settings.metadata.name, settings.metadata.namespace]).toEqual(['argocd-cm', 'gitops']);
    expect(settings.metadata.labels).toEqual({ 'app.kubernetes.io/part-of': 'argocd' });
  });

  it('owns one key, and takes nothing away where an Application applies it', () => {
    expect(Object.keys(settings.data)).toEqual(['resource.customizations.health.multicluster.linkerd.io_Link']);
    expect(settings.metadata.annotations['argocd.argoproj.io/sync-options'].split(',')).toEqual([
      'ServerSideApply=true',
      'Prune=false',
      'Delete=false',
    ]);
  });

  it('survives YAML as it is', () => {
    expect(Object.values(settings.data)).toEqual([LINK_HEALTH]);
  });

  it('uses nothing that Argo CD does not load: of the libraries of Lua, base and table', () => {
    expect(LINK_HEALTH).not.toMatch(/\b(string|math|io|debug|coroutine)\.|:\w+\(/);
  });
});
