/** The fleet as constructs: one per fleet, region, cluster and service. No Kubernetes object exists at this level. */
import { Construct } from 'constructs';
import { FleetError, issue } from '../errors';
import type { RawDocument } from '../read/parsed';
import type { Attachment, Build, Customize } from './attachments';
import { API_VERSION, at } from './description';
import type { Callers, ClusterSelector, ClusterSpec, FleetSpec, RegionSpec, ServiceSpec } from './spec';
import type { Topology } from './topologies';

/** Props of a Fleet: what all its clusters have in common, and who links whom. */
export interface FleetProps extends Omit<FleetSpec, 'regions' | 'topology'> {
  /** Who links whom. @default - nobody */
  readonly topology?: Topology;
  /** Called once per cluster with the chart of everything it gets, before it is written. @default - nothing is changed */
  readonly customize?: Customize;
}

/** Props of a Region: settings that its clusters share. */
export type RegionProps = Omit<RegionSpec, 'name'>;

/** Props of a Cluster. */
export type ClusterProps = Omit<ClusterSpec, 'region'> & { readonly region?: string };

/** Props of a Service of the fleet. */
export interface ServiceProps extends Omit<ServiceSpec, 'federated' | 'exported'> {
  /** Namespace of the Service, the same in every cluster. */
  readonly namespace: string;
}

/** A fleet of clusters. */
export class Fleet extends Construct {
  /** The fleet that a construct belongs to. @throws FLEET_COUNT when it is in none */
  static of(scope: Construct): Fleet {
    const fleet = scope.node.scopes.find((s): s is Fleet => s instanceof Fleet);
    if (!fleet)
      throw new FleetError([
        issue('FLEET_COUNT', { path: scope.node.path, found: 'a construct outside of any Fleet' }),
      ]);
    return fleet;
  }

  /** Name of the fleet. `node.id` is not it: that has other characters where constructs may have no slash. */
  readonly name: string;
  private readonly props: FleetProps;
  private readonly regions: Region[] = [];
  private readonly clusters: Cluster[] = [];
  private readonly services: FleetService[] = [];
  private readonly attached: Attachment[] = [];

  /**
   * @param scope usually the FleetApp
   * @param id name of the fleet
   */
  constructor(scope: Construct, id: string, props: FleetProps = {}) {
    super(scope, id);
    this.props = props ?? {};
    this.name = id;
  }

  /** Describes a Service that crosses clusters. Neither exported nor federated until told so. */
  service(name: string, props: ServiceProps): FleetService {
    const service = new FleetService(name, props);
    this.services.push(service);
    return service;
  }

  /**
   * Adds charts of your own to every selected cluster: `build` is called once per cluster with an App of that cluster,
   * and each chart it makes becomes `attached/<chart>.yaml` there.
   *
   * @param clusters @default - all clusters
   */
  attach(id: string, build: Build, clusters?: ClusterSelector): this {
    this.attached.push({ id, clusters, build });
    return this;
  }

  /** The fleet as documents: what data files would say. */
  documents(): RawDocument[] {
    const { topology, customize: _, ...common } = this.props;
    const regions = this.regions.map((region) => region.spec());
    const spec = {
      ...common,
      ...(topology === undefined ? {} : { topology }),
      ...(regions.length > 0 ? { regions } : {}),
    };
    const fleet = { apiVersion: API_VERSION, kind: 'Fleet', metadata: { name: this.name }, spec };
    return [fleet, ...this.clusters.map((c) => c.document()), ...this.services.map((s) => s.document())].map(
      (value) => ({ value }),
    );
  }

  /** What code adds to the documents. */
  get extras(): { readonly attachments: readonly Attachment[]; readonly customize?: Customize } {
    return {
      attachments: [...this.attached, ...this.clusters.flatMap((c) => c.attachments)],
      customize: this.props.customize,
    };
  }

  /** Called by the constructs of the fleet. */
  register(member: Region | Cluster): void {
    if (member instanceof Region) this.regions.push(member);
    else this.clusters.push(member);
  }
}

/** Clusters that share settings; Cluster takes it as scope. */
export class Region extends Construct {
  /** Name of the region. */
  readonly name: string;
  private readonly props: RegionProps;

  /** @param id name of the region */
  constructor(scope: Fleet, id: string, props: RegionProps = {}) {
    super(scope, id);
    this.props = props ?? {};
    this.name = id;
    scope.register(this);
  }

  /** The region as the Fleet document lists it. */
  spec(): RegionSpec {
    return { ...this.props, name: this.name };
  }
}

/** One cluster of a fleet. Charts of your own may have it as scope: they are written into its directory. */
export class Cluster extends Construct {
  /** Name of the cluster. */
  readonly name: string;
  private readonly props: ClusterProps;
  private readonly attached: Attachment[] = [];

  /**
   * @param scope the Fleet, or the Region whose settings it inherits
   * @param id name of the cluster
   * @throws SCHEMA_VALUE when it names another region than the one it stands in
   */
  constructor(
    private readonly parent: Fleet | Region,
    id: string,
    props: ClusterProps = {},
  ) {
    super(parent, id);
    this.props = props ?? {};
    this.name = id;
    const { region } = this.props;
    if (parent instanceof Region && region !== undefined && region !== parent.name) throw twoRegions(this);
    Fleet.of(this).register(this);
  }

  /** Adds charts of your own to this cluster; see Fleet.attach. */
  attach(id: string, build: Build): this {
    this.attached.push({ id, clusters: [this.name], build });
    return this;
  }

  /** Attachments of this cluster, charts that have it as scope included. */
  get attachments(): readonly Attachment[] {
    const below = this.node.children.length > 0 ? [{ id: this.node.path, clusters: [this.name], scope: this }] : [];
    return [...this.attached, ...below];
  }

  /** The cluster as a document. */
  document(): unknown {
    const { labels, ...props } = this.props;
    const region = this.parent instanceof Region ? { region: this.parent.name } : {};
    const metadata = { name: this.name, ...(labels === undefined ? {} : { labels }) };
    return { apiVersion: API_VERSION, kind: 'Cluster', metadata, spec: { ...props, ...region } };
  }
}

function twoRegions({ name, node }: Cluster): FleetError {
  const { name: region } = node.scope as Region;
  const allowed = `${region}: it stands in that Region`;
  const found = 'another region';
  return new FleetError([issue('SCHEMA_VALUE', { path: `${at.cluster(name)}.spec.region`, found, allowed })]);
}

/** A Service of the fleet; see Fleet.service. */
export class FleetService {
  private readonly props: ServiceProps;
  private federated?: true;
  private exported?: true | 'remote-discovery';
  private allowed?: Callers[];

  constructor(
    private readonly name: string,
    props: ServiceProps,
  ) {
    // Where there is no compiler to ask for them, the schema says what is missing.
    this.props = props ?? ({} as ServiceProps);
  }

  /** Makes it a member of `<name>-federated` (label mirror.linkerd.io/federated: member). Needs flat edges. */
  federate(): this {
    this.federated = true;
    return this;
  }

  /**
   * Exports it: mirrored as `<name>-<cluster>` where a Link watches it (label mirror.linkerd.io/exported).
   *
   * @param mode `gateway`: reached through the gateway of its cluster; `remote-discovery`: pod to pod. @default 'gateway'
   */
  exportService(mode: 'gateway' | 'remote-discovery' = 'gateway'): this {
    this.exported = mode === 'gateway' ? true : mode;
    return this;
  }

  /**
   * Admits callers; whoever is named by no call of this, nor by `allow` of the props, is refused on every cluster that has
   * the Service (Server and AuthorizationPolicy of policy.linkerd.io). Without arguments nobody is named.
   */
  allow(...callers: readonly Callers[]): this {
    this.allowed = [...(this.allowed ?? this.props.allow ?? []), ...callers];
    return this;
  }

  /** The service as a document. */
  document(): unknown {
    const { namespace, ...spec } = this.props;
    const ways = {
      ...(this.allowed === undefined ? {} : { allow: this.allowed }),
      ...(this.federated ? { federated: true } : {}),
      ...(this.exported === undefined ? {} : { exported: this.exported }),
    };
    return {
      apiVersion: API_VERSION,
      kind: 'Service',
      metadata: { name: this.name, namespace },
      spec: { ...spec, ...ways },
    };
  }
}
