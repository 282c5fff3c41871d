/**
 * What the owner of the sidecar has decided, in the environment of its container. Nothing an Application says arrives under
 * these names: its own variables begin with ARGOCD_ENV_, and its parameters with PARAM_ or in ARGOCD_APP_PARAMETERS.
 */
import { FleetError, type Issue, issue } from '../../../errors';

/** Settings of the sidecar. */
export interface Settings {
  /**
   * LINKERD_FLEET_CLUSTER: the one cluster this Argo CD delivers to.
   *
   * @default - any
   */
  readonly cluster?: string;
  /**
   * LINKERD_FLEET: the description, from the root of the repository.
   *
   * @default - what the Application says, or what is found
   */
  readonly fleet?: string;
  /** LINKERD_FLEET_CODE=allow: descriptions may be TypeScript or JavaScript, which is run. @default false */
  readonly code: boolean;
  /** LINKERD_FLEET_TIMEOUT, in seconds there and milliseconds here. @default 45000 */
  readonly timeout: number;
  /** ARGOCD_GRPC_MAX_SIZE_MB, in megabytes (2^20) there and bytes here; Argo CD's own variable. @default 100 MB */
  readonly maxBytes: number;
  /** LINKERD_FLEET_MAX_TREE_MB, in megabytes there and bytes here: largest repository `cmp serve` unpacks. @default 128 MB */
  readonly maxTreeBytes: number;
}

/** An environment. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the settings. @throws CMP_SETTING */
export function settingsOf(env: Environment): Settings {
  const issues: Issue[] = [];
  const wrong = (name: string, found: string, allowed: string) =>
    issues.push(issue('CMP_SETTING', { path: name, found, allowed }));
  const text = (name: string) => (env[name] === '' ? undefined : env[name]);
  const number = (name: string, standard: number, max: number, unit: string) => {
    const value = text(name);
    if (value === undefined) return standard;
    if (/^[1-9]\d{0,6}$/.test(value) && Number(value) <= max) return Number(value);
    wrong(name, JSON.stringify(value.slice(0, 40)), `a whole number of ${unit} from 1 to ${max}`);
    return standard;
  };
  const code = text('LINKERD_FLEET_CODE');
  if (code !== undefined && code !== 'allow' && code !== 'refuse') {
    wrong('LINKERD_FLEET_CODE', JSON.stringify(code.slice(0, 40)), 'allow, refuse');
  }
  const settings = {
    cluster: text('LINKERD_FLEET_CLUSTER'),
    fleet: text('LINKERD_FLEET'),
    code: code === 'allow',
    timeout: 1000 * number('LINKERD_FLEET_TIMEOUT', 45, 3600, 'seconds'),
    maxBytes: MEGABYTE * number('ARGOCD_GRPC_MAX_SIZE_MB', 100, 2047, 'megabytes'),
    maxTreeBytes: MEGABYTE * number('LINKERD_FLEET_MAX_TREE_MB', 128, 4096, 'megabytes'),
  };
  if (issues.length > 0) throw new FleetError(issues);
  return settings;
}

const MEGABYTE = 1024 * 1024;
