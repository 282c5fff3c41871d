/** What Linkerd's CLI asks of an extension. (linkerd2 EXTENSIONS.md; what it passes was seen with edge-26.8.3) */
import { describe, expect, it } from 'vitest';
import { json } from './fleets';
import { codesIn, linkerdFleet, workspace } from './process';

/** As `linkerd check` starts it. */
const AS_LINKERD = [
  'check',
  '--context=prod',
  '--as-group=[]',
  '--kubeconfig=/root/.kube/config',
  '--linkerd-namespace=linkerd',
  '--verbose=false',
  '--namespace=shop',
  '--proxy=false',
  '--wait=1s',
  '--output=json',
];

describe('as an extension of Linkerd', () => {
  it('names itself as its file is named, to be asked always, in strict JSON', () => {
    const { status, stdout, stderr } = linkerdFleet(['_extension-metadata']);
    expect({ status, stderr, answer: JSON.parse(stdout) }).toEqual({
      status: 0,
      stderr: '',
      answer: { name: 'linkerd-fleet', checks: 'always' },
    });
  });

  it('answers what linkerd check asks with the fleet of the working directory', () => {
    const cwd = workspace({ 'fleet.json': json() });
    const { status, stdout } = linkerdFleet(AS_LINKERD, { cwd });
    expect({ status, answer: JSON.parse(stdout) }).toEqual({
      status: 0,
      answer: {
        success: true,
        categories: [
          { categoryName: 'linkerd-fleet', checks: [{ description: 'fleet small is right', result: 'success' }] },
        ],
      },
    });
  });

  it('answers with the fleet of LINKERD_FLEET wherever it is run, and says what is wrong with it', () => {
    const at = workspace({ 'fleet.json': json({ west: { podCidrs: ['10.20.0.1/16'] } }) });
    const { status, stdout } = linkerdFleet(AS_LINKERD, {
      cwd: workspace(),
      env: { LINKERD_FLEET: `${at}/fleet.json` },
    });
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      success: false,
      categories: [{ checks: [{ result: 'error', error: expect.stringMatching(/^CIDR_HOST_BITS/) }] }],
    });
    const gone = linkerdFleet(AS_LINKERD, { cwd: workspace(), env: { LINKERD_FLEET: '/not/there.json' } });
    expect(gone.status).toBe(2);
    expect(JSON.parse(gone.stdout)).toMatchObject({
      categories: [{ checks: [{ error: expect.stringMatching(/^INPUT_NOT_FOUND/) }] }],
    });
  });

  it('has nothing to say where there is no fleet', () => {
    const { status, stdout } = linkerdFleet(AS_LINKERD, { cwd: workspace() });
    expect({ status, answer: JSON.parse(stdout) }).toEqual({ status: 0, answer: { success: true, categories: [] } });
  });

  it('takes flags of Linkerd’s CLI with every command, as a person writes them, without effect', () => {
    const cwd = workspace({ 'fleet.json': json() });
    const flags = ['--context', 'x', '-L', 'linkerd', '--api-addr', 'a:1', '--as', 'me', '--verbose', 'fleet.json'];
    for (const command of ['plan', 'check', 'compile']) {
      expect(linkerdFleet([command, ...flags], { cwd }).status).toBe(0);
    }
    expect(linkerdFleet(['check', '--proxy', '--pre', '-n', 'shop', '-o', 'short', 'fleet.json'], { cwd }).status).toBe(
      0,
    );
    for (const flag of ['--help', '-h']) expect(linkerdFleet(['check', flag]).stdout).not.toContain('kubeconfig');
    expect(codesIn(linkerdFleet(['plan', '--namespace', 'x'], { cwd }).stderr)).toEqual(['USAGE']);
  });
});
