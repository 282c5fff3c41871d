/** `who-can call`: the answer is data, what Git cannot know is voice, and a caller that gets in nowhere is exit status 1. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { json } from './fleets';
import { codesIn, linkerdFleet, workspace } from './process';

const cwd = workspace({
  'fleet.json': json({
    more: [
      {
        kind: 'Service',
        metadata: { name: 'pay', namespace: 'shop' },
        spec: {
          ports: [
            { name: 'http', port: 80, targetPort: 8080 },
            { port: 9090, name: 'metrics' },
          ],
          federated: true,
          selector: { app: 'pay' },
          allow: [
            { serviceAccount: 'web', namespace: 'frontend', clusters: ['west'] },
            { networks: ['10.9.0.0/16'], ports: ['metrics'] },
          ],
        },
      },
    ],
  }),
});
mkdirSync(join(cwd, 'beside', 'east'), { recursive: true });
const JOBS = `apiVersion: policy.linkerd.io/v1alpha1
kind: AuthorizationPolicy
metadata: { name: jobs, namespace: shop }
spec:
  targetRef: { group: policy.linkerd.io, kind: Server, name: pay-8080 }
  requiredAuthenticationRefs: [{ kind: MeshTLSAuthentication, name: jobs }]
---
apiVersion: policy.linkerd.io/v1alpha1
kind: MeshTLSAuthentication
metadata: { name: jobs, namespace: shop }
spec: { identities: [batch.jobs.serviceaccount.identity.linkerd.west.mesh.example.com] }
`;
writeFileSync(join(cwd, 'beside', 'east', 'jobs.yaml'), JOBS);
const SECOND = `apiVersion: policy.linkerd.io/v1beta3
kind: Server
metadata: { name: other, namespace: shop }
spec: { podSelector: { matchLabels: { app: pay } }, port: 8080, accessPolicy: all-unauthenticated }
`;
const whoCan = (...args: string[]) => linkerdFleet(['who-can', ...args], { cwd });

describe('who-can call', () => {
  it('lists who gets in and says that all others do not', () => {
    const { status, stdout, stderr } = whoCan('call', 'pay.shop', '--cluster', 'east');
    expect(status).toBe(0);
    expect(stdout).toMatch(/Service\/shop\/pay\.spec\.allow\[0\] \(fleet\.json:\d+\)$/m);
    const unplaced = stdout.replaceAll(/ \(fleet\.json:\d+\)/g, '');
    expect(unplaced.split('\n').map((line) => line.split(/ {2,}/).join(' | '))).toEqual([
      'CLUSTER | PORT | CALLER | FROM | PATH | BY',
      'east | 8080 | web.frontend.serviceaccount.identity.linkerd.west.mesh.example.com | west | federated pay-federated | Service/shop/pay.spec.allow[0]',
      'east | 8080 | anyone else | - | - | refused',
      'east | 9090 | web.frontend.serviceaccount.identity.linkerd.west.mesh.example.com | west | federated pay-federated | Service/shop/pay.spec.allow[0]',
      'east | 9090 | anyone at 10.9.0.0/16 | - | - | Service/shop/pay.spec.allow[1]',
      'east | 9090 | anyone else | - | - | refused',
      '',
    ]);
    expect(stderr).toContain('From Git alone');
  });

  it('answers for one caller with an exit status', () => {
    const admitted = whoCan('call', 'pay.shop', '--from', 'web.frontend@west', '--port', '8080', '-o', 'json');
    expect(admitted.status).toBe(0);
    expect(JSON.parse(admitted.stdout)).toMatchObject([
      { cluster: 'east', verdict: 'admitted', path: 'federated', called: 'pay-federated' },
      { cluster: 'west', verdict: 'admitted', path: 'local' },
    ]);
    const refused = whoCan('call', 'pay.shop', '--from', 'web.frontend@east');
    expect(refused.status).toBe(1);
    expect(refused.stdout).toMatch(/^east +8080 +refused +local/m);
  });

  it('takes a port of the Service for the port of the pods that it leads to', () => {
    const at = (port: string) => {
      const { status, stdout } = whoCan(
        'call',
        'pay.shop',
        '--from',
        'web.frontend@west',
        '--port',
        port,
        '-o',
        'json',
      );
      return [status, ...(JSON.parse(stdout) as { port: number }[]).map((row) => row.port)];
    };
    for (const port of ['8080', '80', 'http']) expect(at(port)).toEqual([0, 8080, 8080]);
    expect(at('metrics')).toEqual([0, 9090, 9090]);
  });

  it('answers where an assertion is broken, which is what it is asked for', () => {
    const given = JSON.parse(readFileSync(join(cwd, 'fleet.json'), 'utf8')) as { kind: string; spec: object }[];
    const never = { never: [{ namespace: 'frontend' }], call: { service: 'pay', namespace: 'shop' } };
    const broken = given.map((one) =>
      one.kind === 'Fleet' ? { ...one, spec: { ...one.spec, assert: [never] } } : one,
    );
    writeFileSync(join(cwd, 'broken.json'), JSON.stringify(broken));
    for (const args of [
      ['call', 'pay.shop'],
      ['link', 'east'],
    ]) {
      const { status, stdout, stderr } = whoCan(...args, 'broken.json');
      expect({ status, codes: codesIn(stderr) }).toEqual({ status: 0, codes: ['ASSERT_BROKEN'] });
      expect(stdout).not.toBe('');
    }
  });

  it('says who gets in where nothing is said', () => {
    expect(whoCan('call', 'web.shop').stdout).toMatch(/^east +\d+ +anyone \(all-unauthenticated\) +west +f\w+/m);
  });

  it('says why one caller is refused, and what it would need', () => {
    const { status, stdout } = whoCan(
      'call',
      'pay.shop',
      '--from',
      'web.frontend@east',
      '--why-not',
      '--cluster',
      'west',
    );
    expect(status).toBe(1);
    expect(stdout).toContain('    because  Service/shop/pay.spec.allow[0] names clusters west\n');
    expect(stdout).toContain(
      '    needs    - { serviceAccount: web, namespace: frontend, clusters: [east] } in Service',
    );
    const rows = JSON.parse(
      whoCan('call', 'pay.shop', '--from', 'web.frontend@west', '--why-not', '-o', 'json').stdout,
    );
    expect(rows).toEqual([]);
  });

  it.each([
    [['call', 'pay.shop', '--why-not'], ['USAGE'], 'with --from'],
    [['call', 'pay.shop', '-o', 'sh', '--from', 'web.frontend@west'], ['USAGE'], 'table or json'],
    [['link', 'east', '-o', 'sh'], ['USAGE'], 'table, json'],
    [
      ['call', 'pay.shop', '--port', '99'],
      ['USAGE'],
      '8080 (port http of the Service), 9090 (port metrics of the Service)',
    ],
    [['call', 'pai.shop'], ['SERVICE_UNKNOWN'], 'Did you mean pay.shop?'],
    [['call', 'pay.shop', '--from', 'web.frontend@wesst'], ['CLUSTER_UNKNOWN'], 'Did you mean west?'],
    [['call', 'pay.shop', '--from', 'web'], ['USAGE'], 'ACCOUNT.NAMESPACE@CLUSTER'],
    [['lnik', 'east'], ['USAGE'], 'Did you mean link?'],
    [['call'], ['USAGE'], 'call SERVICE.NAMESPACE'],
  ])('is used wrongly as %o', (args, codes, word) => {
    const { status, stdout, stderr } = whoCan(...args);
    expect({ status, stdout, codes: codesIn(stderr) }).toEqual({ status: 2, stdout: '', codes });
    expect(stderr).toContain(word);
  });
});

describe('policies beside the fleet', () => {
  it('are found by check where they make members differ, and annotated in their file', () => {
    const { status, stdout } = linkerdFleet(['check', '--policies', 'beside'], { cwd });
    expect(status).toBe(1);
    expect(codesIn(stdout)).toEqual(expect.arrayContaining(['OWN_POLICY_MEMBERS', 'OWN_POLICY_WIDENS']));
    const github = linkerdFleet(['check', '--policies', 'beside', '-o', 'github'], { cwd });
    expect(github.stdout).toContain('file=beside/east/jobs.yaml,line=1');
  });

  it('are counted by who-can where they leave an answer', () => {
    const answered = whoCan('call', 'pay.shop', '--policies', 'beside', '--cluster', 'east');
    expect(answered.status).toBe(0);
    expect(answered.stdout).toMatch(/^east +8080 +batch\.jobs/m);
    expect(codesIn(answered.stderr)).toEqual(expect.arrayContaining(['OWN_POLICY_MEMBERS', 'OWN_POLICY_WIDENS']));
    mkdirSync(join(cwd, 'second'));
    writeFileSync(join(cwd, 'second', 'server.yaml'), SECOND);
    const refused = whoCan('call', 'pay.shop', '--policies', 'second');
    expect(refused).toMatchObject({ status: 2, stdout: '' });
    expect(codesIn(refused.stderr)).toEqual(['OWN_POLICY_SERVER']);
    const other = whoCan('call', 'web.shop', '--policies', 'second');
    expect(other.status).toBe(0);
    expect(codesIn(other.stderr)).toContain('OWN_POLICY_SERVER');
    mkdirSync(join(cwd, 'both'));
    writeFileSync(join(cwd, 'both', 'jobs.yaml'), JOBS);
    const { status, stdout } = whoCan('call', 'pay.shop', '--policies', 'both', '--cluster', 'east');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^east +8080 +batch\.jobs\.\S+ +west +federated pay-federated +both\/jobs\.yaml:1$/m);
  });

  it('are for all clusters in a folder that is none, which is said', () => {
    mkdirSync(join(cwd, 'typo', 'eats'), { recursive: true });
    writeFileSync(join(cwd, 'typo', 'eats', 'jobs.yaml'), JOBS);
    const { stderr } = whoCan('call', 'pay.shop', '--policies', 'typo');
    expect(stderr).toMatch(/OWN_POLICY_FOLDER typo\/eats/);
    expect(stderr).toContain('Did you mean east?');
  });

  it('are not there', () => {
    expect(codesIn(whoCan('call', 'pay.shop', '--policies', 'nowhere').stderr)).toEqual(['INPUT_NOT_FOUND']);
  });
});

describe('who-can link, export and write-credentials', () => {
  it('answer as a table and as data, and say what Git cannot know', () => {
    const { status, stdout, stderr } = whoCan('link', 'east');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^whoever applies clusters\/east +hold a Link to west/m);
    expect(stderr).toContain('who is bound to which rights in the cluster');
    for (const question of ['link', 'export', 'write-credentials']) {
      const rows = JSON.parse(whoCan(question, 'east', '-o', 'json').stdout) as object[];
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(Object.keys(row)).toEqual(['who', 'may', 'by']);
    }
  });

  it('refuse a cluster that is not there', () => {
    expect(codesIn(whoCan('link', 'eest').stderr)).toEqual(['CLUSTER_UNKNOWN']);
  });
});
