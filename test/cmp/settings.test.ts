import { describe, expect, it } from 'vitest';
import { settingsOf } from '../../lib/delivery/argocd/cmp/settings';

const MB = 1024 * 1024;

describe('the environment of the sidecar', () => {
  it('has defaults: data alone, 45 seconds, the limits of Argo CD', () => {
    const defaults = {
      cluster: undefined,
      fleet: undefined,
      code: false,
      timeout: 45_000,
      maxBytes: 100 * MB,
      maxTreeBytes: 128 * MB,
    };
    expect(settingsOf({})).toEqual(defaults);
    expect(settingsOf({ LINKERD_FLEET_CODE: '', LINKERD_FLEET_TIMEOUT: '', LINKERD_FLEET_CLUSTER: '' })).toEqual(
      defaults,
    );
  });

  it('is never taken from an Application, whose variables have other names', () => {
    const application = {
      ARGOCD_ENV_LINKERD_FLEET_CODE: 'allow',
      ARGOCD_ENV_LINKERD_FLEET_CLUSTER: 'x',
      PARAM_LINKERD_FLEET: 'y',
    };
    expect(settingsOf(application)).toEqual(settingsOf({}));
  });

  it.each([
    ['LINKERD_FLEET_CODE', 'true'],
    ['LINKERD_FLEET_TIMEOUT', '0'],
    ['LINKERD_FLEET_TIMEOUT', '45s'],
    ['LINKERD_FLEET_TIMEOUT', '99999999999'],
    ['ARGOCD_GRPC_MAX_SIZE_MB', '-1'],
    ['LINKERD_FLEET_MAX_TREE_MB', '1e3'],
  ])('refuses what it does not understand: %s=%s', (name, value) => {
    expect(() => settingsOf({ [name]: value })).toThrow(new RegExp(`CMP_SETTING ${name}: found "${value}"`));
  });
});
