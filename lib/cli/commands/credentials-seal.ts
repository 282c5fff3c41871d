/** `credentials seal` and `encrypt`: a token comes in by a pipe, and goes out as a file that only its recipient can read. */
import { spawnSync } from 'node:child_process';
import { renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, isAbsolute, join, relative } from 'node:path';
import { emitDocument } from '../../emit/yaml';
import { FleetError, issue, throwOnErrors } from '../../errors';
import { makeDirectories } from '../../mkdir';
import { liveEpochs, secretNamespaces } from '../../model/credentials/credentials';
import * as files from '../../model/credentials/files';
import type { Edge } from '../../model/types';
import { epochAccountName, linkAccountName, tokenSecretName } from '../../plan/credential-names';
import { planLink } from '../../plan/link';
import { check, type Project } from '../../project';
import { kubeconfigClusters, kubeconfigText } from '../../resources/credentials/kubeconfig';
import { recipientOf, seal } from '../../trust/seal';
import { type Context, EXIT } from '../command';
import { type CredentialInput, readCredential } from '../credential-input';
import { linkNamed } from '../link-named';
import { fleetPath, openFleet } from '../open';

/** Writes the files of one Link. */
export async function sealCredentials(action: 'seal' | 'encrypt', { flags, args, io }: Context): Promise<number> {
  const project = await openFleet(args[0], io);
  const unwritten = filePaths(project);
  throwOnErrors(check(project).filter(({ code, path }) => !code.startsWith('SEALED_') && !unwritten.has(path)));
  const edge = edgeNamed(project, flags.link);
  const way = files.fileWay(edge);
  const wanted = action === 'seal' ? 'sealedSecrets' : 'sops';
  if (way?.kind !== wanted) {
    const found = `${edge.source.name}->${edge.target.name}, whose credentials come by ${planLink(edge).credentials.way.kind}`;
    throw new FleetError([
      issue('USAGE', {
        path: `linkerd-fleet credentials ${action}`,
        found,
        allowed: `a Link with credentials.${wanted} that awaits no file (awaiting is taken out first)`,
      }),
    ]);
  }
  refuseHeld(project, action, way, edge);
  const root = project.loaded.root ?? dirname(fleetPath(args[0], io));
  const input = readCredential(fdOf(flags.fd), expectedOf(edge));
  const written = planLink(edge).credentials.namespaces.map((namespace) => {
    const path = files.credentialFile(way, edge, namespace);
    const text =
      way.kind === 'sops' ? encrypt(way, edge, namespace, input) : sealText(project, way, edge, namespace, input);
    return { path: within(root, path), shown: path, text, namespace };
  });
  for (const { shown, text, namespace } of written) verify(project, edge, namespace, shown, text);
  for (const { path, shown, text } of written) {
    makeDirectories(dirname(path));
    writeFileSync(`${path}.${process.pid}.tmp`, text, { flag: 'wx' });
    renameSync(`${path}.${process.pid}.tmp`, path);
    io.say('add', `${shown} (token ${input.epoch})`);
  }
  return EXIT.fine;
}

/** What `compile` wrote holds the file itself, and would go on with it. */
function refuseHeld({ fleet }: Project, action: string, way: files.FileWay, edge: Edge): void {
  const held = secretNamespaces(edge).map((of) => files.credentialFile(way, edge, of));
  const found = held.find((path) => Object.hasOwn(fleet.spec.files ?? {}, path));
  if (found === undefined) return;
  const allowed = 'the description that this one was compiled from';
  const path = `linkerd-fleet credentials ${action}`;
  throw new FleetError([issue('USAGE', { path, found: `a fleet that holds ${found}`, allowed })]);
}

/** Files of credentials are about to be written: that they are missing is no reason not to. */
function filePaths({ fleet }: Project): ReadonlySet<string> {
  const edges = [...fleet.clusters.values()].flatMap((target) => fleet.topology.sources(target));
  return new Set(
    edges.flatMap((edge) => {
      const way = files.fileWay(edge);
      return way === undefined ? [] : secretNamespaces(edge).map((of) => files.credentialFile(way, edge, of));
    }),
  );
}

function edgeNamed(project: Project, link: unknown): Edge {
  if (typeof link !== 'string')
    throw new FleetError([issue('USAGE', { path: '--link', found: 'nothing', allowed: 'SOURCE->TARGET' })]);
  const { source, target } = linkNamed(project, link);
  const edge = project.fleet.topology.sources(target).find((one) => one.source === source);
  if (edge === undefined) throw new FleetError([issue('ROTATE_NOTHING', { path: '--link', found: link })]);
  return edge;
}

function fdOf(given: unknown): number {
  const fd = given === undefined ? 0 : Number(given);
  if (Number.isInteger(fd) && fd >= 0 && fd !== 1 && fd !== 2) return fd;
  throw new FleetError([issue('USAGE', { path: '--fd', found: JSON.stringify(given), allowed: '0, or 3 and more' })]);
}

function expectedOf(edge: Edge) {
  const { serviceAccount, server, caBundle, way } = planLink(edge).credentials;
  const held = liveEpochs(way).filter((epoch) => epoch >= way.loaded);
  return {
    namespace: edge.target.linkerd.multiclusterNamespace,
    secrets: new Map(
      held.map((epoch) => [
        tokenSecretName(serviceAccount, epoch),
        { epoch, account: epochAccountName(serviceAccount, epoch) },
      ]),
    ),
    server,
    caBundle,
  };
}

function kubeconfig(edge: Edge, { token, ca }: CredentialInput): string {
  const { name } = edge.target;
  const clusters = kubeconfigClusters(name, planLink(edge).credentials.server, Buffer.from(ca).toString('base64'));
  return kubeconfigText(name, clusters, linkAccountName(edge.source.name), { token });
}

const contentOf = (edge: Edge, { epoch, ca }: CredentialInput) =>
  files.contentAnnotations({ epoch, ca, server: planLink(edge).credentials.server });

const HEADER = '# Written by linkerd-fleet credentials. Commit it; to change it, write it anew.\n';

function sealText(
  project: Project,
  way: Extract<files.FileWay, { kind: 'sealedSecrets' }>,
  edge: Edge,
  namespace: string,
  input: CredentialInput,
): string {
  const path = files.certificateFile(way, edge);
  const file = project.fleet.readFile(path);
  const recipient = 'text' in file ? recipientOf(file.text) : undefined;
  if (recipient === undefined)
    throw new FleetError([issue('SEALED_CERTIFICATE', { path, found: 'no certificate there' })]);
  const { name, type, labels, annotations } = files.secretMetadata(edge, namespace);
  const inner = {
    name,
    namespace,
    ...(Object.keys(labels).length > 0 ? { labels, annotations } : {}),
  };
  return (
    HEADER +
    emitDocument({
      apiVersion: 'bitnami.com/v1alpha1',
      kind: 'SealedSecret',
      metadata: {
        name,
        namespace,
        annotations: {
          ...contentOf(edge, input),
          [files.RECIPIENT_ANNOTATION]: recipient.fingerprint,
        },
      },
      spec: {
        encryptedData: { kubeconfig: seal(kubeconfig(edge, input), recipient, namespace, name) },
        template: { metadata: inner, type },
      },
    })
  );
}

/** The data goes to sops by a pipe; its arguments are names and public keys. */
function encrypt(
  way: Extract<files.FileWay, { kind: 'sops' }>,
  edge: Edge,
  namespace: string,
  input: CredentialInput,
): string {
  const { name, type, labels, annotations } = files.secretMetadata(edge, namespace);
  const plain = emitDocument({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: {
      name,
      namespace,
      labels,
      annotations: { ...annotations, ...contentOf(edge, input) },
    },
    type,
    stringData: { kubeconfig: kubeconfig(edge, input) },
  });
  const settings = ['--age', way.age.join(','), '--encrypted-regex', files.ENCRYPTED_REGEX];
  const formats = ['--input-type', 'yaml', '--output-type', 'yaml', '--filename-override', 'credentials.yaml'];
  // Its variables name recipients too; the fleet alone decides on them.
  const env = Object.fromEntries(Object.entries(process.env).filter(([key]) => !key.startsWith('SOPS_')));
  const { status, stdout, error } = spawnSync('sops', ['encrypt', ...settings, ...formats], {
    input: plain,
    encoding: 'utf8',
    cwd: tmpdir(),
    env: { ...env, SOPS_DISABLE_VERSION_CHECK: '1' },
  });
  if (error === undefined && status === 0) return stdout;
  // What it says may quote what it read.
  const found = error === undefined ? `sops that ended with ${status}` : 'no sops';
  throw new FleetError([issue('SEAL_TOOL', { path: 'sops', found })]);
}

/** What is written is what synth will take. */
function verify(project: Project, edge: Edge, namespace: string, path: string, text: string): void {
  const readFile = (file: string) => (file === path ? { text } : project.fleet.readFile(file));
  throwOnErrors(files.readCredentialFile({ ...project.fleet, readFile }, edge, namespace).issues);
}

function within(root: string, path: string): string {
  const place = join(root, path);
  const inside = relative(root, place);
  if (!isAbsolute(path) && inside !== '' && !inside.startsWith('..')) return place;
  throw new FleetError([issue('INPUT_OUTSIDE', { path, found: 'a path that leads out of the directory' })]);
}
