/** The real cert-manager and trust-manager beside an API server. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { type Cluster, readObjects } from './cluster';
import { alive, freePort, type Process, scratch, start } from './processes';
import { upstreamCrds } from './tools';
import { until } from './wait';

/** Namespace of both, where ClusterIssuers find the Secrets of their CAs. */
export const CERT_MANAGER = 'cert-manager';

/** Starts the controllers of cert-manager and trust-manager for a cluster that has the CRDs of a fleet. They end with the file of tests. */
export async function managers({ name, kube, kubeconfig }: Cluster): Promise<void> {
  for (const file of upstreamCrds('controllers')) for (const crd of readObjects(file)) await kube.apply(crd);
  await kube.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: CERT_MANAGER } });
  const issuing = start('cert-manager', {
    name: `cert-manager-${name}`,
    args: ['--kubeconfig', kubeconfig, '--cluster-resource-namespace', CERT_MANAGER],
  });
  const [webhook, probe] = [await freePort(), await freePort()];
  const bundling = start('trust-manager', {
    name: `trust-manager-${name}`,
    args: [
      ...['--kubeconfig', kubeconfig, '--trust-namespace', CERT_MANAGER, '--leader-elect=false'],
      ...['--webhook-host', '127.0.0.1', '--webhook-port', `${webhook}`, '--webhook-certificate-dir', pair()],
      // 0 is any port to it.
      ...['--metrics-port', '0', '--readiness-probe-port', `${probe}`],
    ],
  });
  await until(`trust-manager of ${name}`, async () => {
    living(issuing, bundling);
    return (await fetch(`http://127.0.0.1:${probe}/readyz`)).ok || undefined;
  });
}

function living(issuing: Process, bundling: Process): void {
  alive(issuing, 'cert-manager');
  alive(bundling, 'trust-manager');
}

let made: string | undefined;

/** A pair for a webhook that nobody calls; trust-manager does not start without. */
function pair(): string {
  if (made !== undefined) return made;
  made = scratch('webhook');
  const [key, cert] = [join(made, 'tls.key'), join(made, 'tls.crt')];
  const args = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];
  execFileSync('openssl', [...args, '-keyout', key, '-out', cert, '-subj', '/CN=webhook'], { stdio: 'pipe' });
  return made;
}
