/** A cdk8s App that holds a fleet. */
import { dirname, resolve } from 'node:path';
import { App, type AppProps, Chart } from 'cdk8s';
import { FleetError, issue, throwOnErrors } from './errors';
import { Cluster, Fleet } from './fleet/constructs';
import { documentPath } from './fleet/documents';
import { toPlain } from './fleet/plain';
import { check, type Loaded, open, type Project } from './project';
import { readFileWithin } from './read/text';
import { writeProject } from './write';

/** Props of a FleetApp. */
export interface FleetAppProps extends Pick<AppProps, 'outdir'> {
  /**
   * Directory that paths in the description are relative to.
   *
   * @default - the directory of the file that runs
   */
  readonly baseDir?: string;
}

/** How a command takes over a fleet described as code: it sets this function, and `synth()` hands itself to it. */
const LOADER = Symbol.for('linkerd-fleet.loader');
type Loader = (app: FleetApp) => void;

/** Runs `action` with `loader` receiving every FleetApp that is synthesised meanwhile. */
export async function withLoader<T>(loader: Loader, action: () => Promise<T>): Promise<T> {
  const scope = globalThis as { [LOADER]?: Loader };
  scope[LOADER] = loader;
  try {
    return await action();
  } finally {
    delete scope[LOADER];
  }
}

/**
 * The root of a fleet described as code. Its `synth()` checks the fleet as a whole and writes one directory per cluster
 * below `<outdir>/clusters`; under `cdk8s synth` and under `linkerd-fleet` alike.
 */
export class FleetApp extends App {
  private readonly baseDir: string;
  private readonly ownOutdir?: string;

  constructor(props: FleetAppProps = {}) {
    super({ outdir: props.outdir });
    this.ownOutdir = props.outdir;
    this.baseDir = resolve(props.baseDir ?? dirname(process.argv[1] ?? '.'));
  }

  /**
   * The description that the constructs come to.
   *
   * @param baseDir @default - that of the app
   * @throws FLEET_COUNT, CHART_WITHOUT_CLUSTER
   */
  load(baseDir: string = this.baseDir): Loaded {
    const fleets = this.node.findAll().filter((node): node is Fleet => node instanceof Fleet);
    const [fleet] = fleets;
    if (fleet === undefined || fleets.length > 1) {
      const found = fleets.length === 0 ? 'none' : fleets.map((f) => f.name).join(', ');
      throw new FleetError([issue('FLEET_COUNT', { path: 'FleetApp', found, fix: 'Make one Fleet per FleetApp.' })]);
    }
    this.refuseHomelessCharts();
    // Code may read what it likes already: paths out of the directory are as good as any.
    const readFile: Loaded['readFile'] = (path) => {
      const file = readFileWithin('/', resolve(baseDir, path));
      return file.text === undefined ? { issues: file.issues.map((i) => ({ ...i, path })) } : { text: file.text };
    };
    const documents = fleet.documents().map((raw, i) => toPlain(raw.value, documentPath(raw, i)));
    const raws = documents.map(({ value }) => ({ value }));
    return {
      raws,
      readFile,
      outdir: this.ownOutdir,
      ...fleet.extras,
      issues: documents.flatMap(({ issues }) => issues),
    };
  }

  /** Understands the description. @throws FleetError */
  project(): Project {
    return open(this.load());
  }

  /**
   * Checks the fleet and writes it; or hands it to the command that is running.
   *
   * @throws FleetError with everything that is wrong; nothing is written then
   */
  override synth(): void {
    const loader = (globalThis as { [LOADER]?: Loader })[LOADER];
    if (loader) {
      loader(this);
      return;
    }
    const project = this.project();
    throwOnErrors(check(project));
    writeProject(project, { outdir: resolve(this.outdir) });
  }

  private refuseHomelessCharts(): void {
    const homeless = this.node
      .findAll()
      .filter((node) => Chart.isChart(node) && !node.node.scopes.some((scope) => scope instanceof Cluster));
    if (homeless.length === 0) return;
    throw new FleetError(
      homeless.map((node) => issue('CHART_WITHOUT_CLUSTER', { path: node.node.path, found: node.node.id })),
    );
  }
}
