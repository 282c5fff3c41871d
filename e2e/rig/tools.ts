/** The real programs: built once from the Go modules pinned in e2e/tools into e2e/.bin, under a hash of what pins them. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { basename, join, relative } from 'node:path';

const TOOLS = join(__dirname, '../tools');
const BIN = join(__dirname, '../.bin');
const ROOT = join(__dirname, '../..');

/** Module in e2e/tools, and its package to build. */
const PROGRAMS = {
  etcd: ['etcd', 'go.etcd.io/etcd/server/v3'],
  'kube-apiserver': ['kubernetes', 'k8s.io/kubernetes/cmd/kube-apiserver'],
  'kube-controller-manager': ['kubernetes', 'k8s.io/kubernetes/cmd/kube-controller-manager'],
  kubectl: ['kubectl', '.'],
  redis: ['redis', '.'],
  helm: ['helm', 'helm.sh/helm/v3/cmd/helm'],
  argocd: ['argocd', 'github.com/argoproj/argo-cd/v3/cmd'],
  'cert-manager': ['cert-manager', '.'],
  'trust-manager': ['trust-manager', 'github.com/cert-manager/trust-manager/cmd/trust-manager'],
  kyverno: ['kyverno', 'github.com/kyverno/kyverno/cmd/cli/kubectl-kyverno'],
  unseal: ['sealed-secrets', '.'],
  'sealed-secrets': ['sealed-secrets', './controller'],
  sops: ['sops', 'github.com/getsops/sops/v3/cmd/sops'],
  'age-keygen': ['sops', 'filippo.io/age/cmd/age-keygen'],
  promtool: ['prometheus', 'github.com/prometheus/prometheus/cmd/promtool'],
  vault: ['vault', '.'],
  'external-secrets': ['external-secrets', '.'],
} as const;

/** Modules of upstream that are built themselves, with the requirements they have, and files of theirs that are replaced by ours. */
const CHANGED: Readonly<Record<string, { readonly module: string; readonly files: Readonly<Record<string, string>> }>> =
  {
    'external-secrets': {
      module: 'github.com/external-secrets/external-secrets',
      files: {
        'pkg/provider/register/register.go': 'stores.go',
        'pkg/generator/register/register.go': 'generators.go',
      },
    },
  };

/** A program that e2e/tools builds. */
export type Program = keyof typeof PROGRAMS;

/** CustomResourceDefinitions as upstream ships them: files of a module's directory. */
interface Crds {
  readonly module: string;
  readonly files: readonly string[];
  /** Of kinds that no fleet writes and controllers need. */
  readonly inner?: readonly string[];
}

const CRDS: Readonly<Record<string, Crds>> = {
  'github.com/cert-manager/cert-manager': {
    module: 'crds',
    files: ['certificates', 'issuers', 'clusterissuers'].map((k) => `deploy/crds/cert-manager.io_${k}.yaml`),
    inner: [
      'cert-manager.io_certificaterequests',
      'acme.cert-manager.io_orders',
      'acme.cert-manager.io_challenges',
    ].map((name) => `deploy/crds/${name}.yaml`),
  },
  'github.com/cert-manager/trust-manager': {
    module: 'crds',
    files: ['deploy/crds/trust.cert-manager.io_bundles.yaml'],
  },
  'github.com/external-secrets/external-secrets': {
    module: 'crds',
    files: ['externalsecrets', 'pushsecrets'].map((k) => `config/crds/bases/external-secrets.io_${k}.yaml`),
    inner: ['external-secrets.io_secretstores', 'generators.external-secrets.io_generatorstates'].map(
      (name) => `config/crds/bases/${name}.yaml`,
    ),
  },
  'github.com/prometheus-operator/prometheus-operator': {
    module: 'crds',
    files: ['podmonitors', 'prometheusrules'].map(
      (k) => `example/prometheus-operator-crd/monitoring.coreos.com_${k}.yaml`,
    ),
  },
  'github.com/bitnami-labs/sealed-secrets': {
    module: 'sealed-secrets',
    files: ['helm/sealed-secrets/crds/bitnami.com_sealedsecrets.yaml'],
  },
  'github.com/kyverno/kyverno': {
    module: 'kyverno',
    files: ['config/crds/policies.kyverno.io/policies.kyverno.io_validatingpolicies.yaml'],
  },
  'github.com/argoproj/argo-cd/v3': {
    module: 'argocd',
    files: ['application', 'applicationset', 'appproject'].map((k) => `manifests/crds/${k}-crd.yaml`),
  },
};

/** The program's file. `npm run e2e` has built it. */
export const binary = (program: Program): string => join(home(PROGRAMS[program][0]), program);

/**
 * Files with the CustomResourceDefinitions that upstream ships: of everything a fleet writes by default, of what the controllers of
 * these kinds need besides, of Argo CD, of Kyverno.
 */
export function upstreamCrds(of: 'fleet' | 'controllers' | 'argocd' | 'kyverno'): string[] {
  const from = of === 'fleet' || of === 'controllers' ? ['crds', 'sealed-secrets'] : [of];
  const sources = Object.values(CRDS).filter(({ module }) => from.includes(module));
  return sources.flatMap(({ module, files, inner = [] }) =>
    (of === 'controllers' ? inner : files).map((file) => join(home(module), basename(file))),
  );
}

/** Builds what is missing and says what it does. @throws Error for people, without a stack worth reading */
export function ensure(programs: readonly Program[], say: (line: string) => void): void {
  const missing = programs.filter((program) => !existsSync(binary(program)));
  const crds = Object.entries(CRDS).filter(([, { module, files, inner = [] }]) =>
    [...files, ...inner].some((file) => !existsSync(join(home(module), basename(file)))),
  );
  if (missing.length === 0 && crds.length === 0) return;
  requireGo(missing);
  for (const program of missing) build(program, say);
  for (const [path, { module, files, inner = [] }] of crds) unpack(path, module, [...files, ...inner]);
  sweep();
}

function requireGo(missing: readonly string[]): void {
  const { status } = spawnSync('go', ['version']);
  if (status === 0) return;
  const what = missing.length === 0 ? 'CustomResourceDefinitions' : missing.join(', ');
  throw new Error(
    `Go is not on the PATH, and ${what} must be built once from their Go modules (e2e/tools).\n` +
      'Install Go 1.26 or later (https://go.dev/dl) and repeat; npm test needs no Go.',
  );
}

function build(program: Program, say: (line: string) => void): void {
  const [module, source] = PROGRAMS[program];
  const target = binary(program);
  mkdirSync(home(module), { recursive: true });
  say(`building ${program} from e2e/tools/${module}, once`);
  // Two at a time: linking Argo CD alone takes 2 GB.
  // The tag leaves the service discovery of clouds out of Prometheus.
  const flags = ['-p', '2', '-buildvcs=false', '-tags=remove_all_sd', '-ldflags=-s -w'];
  const copy = module in CHANGED ? changed(module) : undefined;
  go(copy ?? join(TOOLS, module), ['build', ...flags, '-o', `${target}.part`, source]);
  if (copy !== undefined) rmSync(copy, { recursive: true });
  renameSync(`${target}.part`, target);
}

/** A copy of a module with our files in it. @returns its directory */
function changed(name: string): string {
  const { module, files } = CHANGED[name]!;
  const copy = join(home(name), 'source');
  rmSync(copy, { recursive: true, force: true });
  cpSync(downloaded(module, name), copy, { recursive: true });
  for (const path of readdirSync(copy, { recursive: true, encoding: 'utf8' })) chmodSync(join(copy, path), 0o755);
  for (const [theirs, ours] of Object.entries(files)) copyFileSync(join(TOOLS, name, ours), join(copy, theirs));
  return copy;
}

function unpack(path: string, module: string, files: readonly string[]): void {
  const directory = downloaded(path, module);
  mkdirSync(home(module), { recursive: true });
  for (const file of files) {
    const target = join(home(module), basename(file));
    rmSync(target, { force: true }); // The ones of a module may not be written to.
    copyFileSync(join(directory, file), target);
  }
}

/** Directory of the module that a go.mod of e2e/tools pins. */
function downloaded(path: string, module: string): string {
  const version = new RegExp(`${path.replaceAll('.', '\\.')} (v\\S+)`).exec(
    readFileSync(join(TOOLS, module, 'go.mod'), 'utf8'),
  )?.[1];
  return JSON.parse(go(join(TOOLS, module), ['mod', 'download', '-json', `${path}@${version}`])).Dir;
}

function go(cwd: string, args: readonly string[]): string {
  const env = { ...process.env, CGO_ENABLED: '0', GOFLAGS: '' };
  const { status, stdout, stderr } = spawnSync('nice', ['go', ...args], {
    cwd,
    env,
    encoding: 'utf8',
    maxBuffer: 64 << 20,
  });
  if (status === 0) return stdout;
  throw new Error(
    `go ${args[0]} failed in ${relative(ROOT, cwd)}:\n${stderr.trim().split('\n').slice(-15).join('\n')}`,
  );
}

const homes = new Map<string, string>();

/** Directory of what a module was built into. */
function home(module: string): string {
  const known = homes.get(module);
  if (known !== undefined) return known;
  const hash = createHash('sha256');
  const entries = readdirSync(join(TOOLS, module), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  for (const file of files.sort()) hash.update(readFileSync(file));
  const made = join(BIN, `${module}-${hash.digest('hex').slice(0, 12)}`);
  homes.set(module, made);
  return made;
}

/** Removes what earlier pins were built into. */
function sweep(): void {
  const current = new Set(readdirSync(TOOLS).map((module) => basename(home(module))));
  for (const name of readdirSync(BIN))
    if (!current.has(name)) rmSync(join(BIN, name), { recursive: true, force: true });
}
