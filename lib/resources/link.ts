import type { LinkSpec } from '../../imports/multicluster.linkerd.io';
import type { Manifest } from '../emit/manifest';
import { type Template, template } from '../emit/template';
import type { Piece, SharedText } from '../emit/text';
import * as names from '../linkerd/names';
import { DEFAULT_LINKERD_VERSION, type LinkerdVersion, release } from '../linkerd/releases';
import { EXCLUDED_ANNOTATIONS, EXCLUDED_LABELS, SETTINGS } from '../model/defaults';
import type { ClusterModel } from '../model/types';
import { withEpoch } from '../plan/credential-names';
import type { LinkGateway, LinkPlan } from '../plan/types';
import { releaseTag } from './release-tag';
import { oneOfEach, remembered } from './remembered';
import type { Spec } from './spec';
import { inWave, WAVES } from './waves';

/** How a source reaches the gateway of a target. Numbers are written as strings: every scalar of a Link is one. */
export interface LinkGatewayProps {
  /** IP addresses or host names, joined by commas. Host names are resolved by the mirror controller, again each minute. */
  readonly address: string;
  /**
   * Port as the source reaches it: with serviceType NodePort, the node port.
   *
   * @default 4143
   */
  readonly port?: number | string;
  /** Mesh identity of the gateway, in the trust domain of the target; see `gatewayIdentity`. */
  readonly identity: string;
  /** How the mirror controller asks whether the gateway is alive. @default - as chart linkerd-multicluster sets it up */
  readonly probe?: {
    /** @default '/ready' */
    readonly path?: string;
    /**
     * Must equal `controllers[].gateway.probe.port` of chart linkerd-multicluster on the source.
     *
     * @default 4191
     */
    readonly port?: number | string;
    /** Time between two probes, with a unit. @default '3s' */
    readonly period?: string;
    /** How long one probe may take, with a unit. @default '30s' */
    readonly timeout?: string;
    /** Failures in a row after which the gateway counts as dead. @default 3 */
    readonly failureThreshold?: number | string;
  };
}

/**
 * Props of a Link, in the words of its CRD (linkerd2 multicluster/charts/linkerd-multicluster/templates/link-crd.yaml).
 */
export interface LinkProps {
  /**
   * Name of the target cluster, and of the Link. It must be the `link.ref.name` of the source's entry in `controllers` of
   * chart linkerd-multicluster; mirrors are named `<service>-<targetClusterName>`.
   */
  readonly targetClusterName: string;
  /** Cluster domain (DNS) of the target. @default 'cluster.local' */
  readonly targetClusterDomain?: string;
  /** Namespace of the target's control plane. @default 'linkerd' */
  readonly targetClusterLinkerdNamespace?: string;
  /** The gateway of the target. @default - none: a flat Link, on which pods reach pods */
  readonly gateway?: LinkGatewayProps;
  /**
   * Whether pods of the source reach those of the target: the Link then selects federated Services and those exported for
   * remote discovery. Where they do not, both would be mirrored without an endpoint that answers.
   *
   * @default - true without a gateway, false with one
   */
  readonly podToPod?: boolean;
  /**
   * The step before the Link is removed: its selectors match no Service, and the mirror controller removes every mirror and
   * every member of a federated Service that it made, while the API server of the target answers. A Link that is deleted
   * before that leaves them all behind (linkerd2 multicluster/cmd/service-mirror).
   *
   * @default false
   */
  readonly draining?: boolean;
  /** Services mirrored through the gateway. @default - mirror.linkerd.io/exported: "true" when there is a gateway */
  readonly selector?: Spec<LinkSpec['selector']>;
  /** Services mirrored pod to pod. @default - mirror.linkerd.io/exported: remote-discovery when `podToPod` */
  readonly remoteDiscoverySelector?: Spec<LinkSpec['remoteDiscoverySelector']>;
  /** Members of federated Services. @default - mirror.linkerd.io/federated: member when `podToPod` */
  readonly federatedServiceSelector?: Spec<LinkSpec['federatedServiceSelector']>;
  /**
   * Labels that mirrors do not take over: keys, or a prefix followed by `/*`. Linkerd 2.18 and later.
   *
   * @default - those that Argo CD, Flux and Helm write, by which they would prune the mirrors
   */
  readonly excludedLabels?: readonly string[];
  /** Annotations that mirrors do not take over; as `excludedLabels`. */
  readonly excludedAnnotations?: readonly string[];
  /**
   * Token that the mirror controller is told to load. Changed, it is an exclusion that no annotation matches, so that the spec
   * differs and the controller reads its Secret again. Linkerd 2.18 and later.
   *
   * @default 1
   */
  readonly credentialsEpoch?: number;
  /** Namespace of the multicluster extension on the source. @default 'linkerd-multicluster' */
  readonly namespace?: string;
  /** Release of the source, whose controllers read the Link: it decides the version of the API. @default '2.20' */
  readonly linkerdVersion?: LinkerdVersion;
  /**
   * Version of the `linkerd` command with which the source is looked at; `linkerd multicluster check` warns when its own is
   * another one.
   *
   * @default - the edge release of `linkerdVersion`
   */
  readonly cliVersion?: string;
}

/**
 * A Link as `linkerd multicluster link-gen` makes it from the same facts, at the version that the source's own release
 * reads. Beyond link-gen: probe timeout and failureThreshold are written with the API server's defaults, which it would
 * fill in and Argo CD would then see as drift.
 */
export function link(props: LinkProps): Manifest {
  const { targetClusterName, gateway, podToPod = gateway === undefined } = props;
  const { linkVersion, edge, capabilities } = release(props.linkerdVersion ?? DEFAULT_LINKERD_VERSION);
  const selects = (selector: Spec<LinkSpec['selector']> | undefined) =>
    selector && (props.draining ? NO_SERVICE : selector);
  const exclusions = (given: readonly string[]) =>
    capabilities.excludedLabels && given.length > 0 ? given : undefined;
  return inWave(WAVES.links, {
    apiVersion: `${names.MULTICLUSTER_GROUP}/${linkVersion}`,
    kind: 'Link',
    metadata: {
      name: targetClusterName,
      namespace: props.namespace ?? names.MULTICLUSTER_NAMESPACE,
      // `linkerd multicluster check` warns without it.
      annotations: { [names.CREATED_BY_ANNOTATION]: `linkerd/cli ${props.cliVersion ?? edge}` },
    },
    spec: {
      clusterCredentialsSecret: names.credentialsSecretName(targetClusterName),
      excludedAnnotations: exclusions(
        withEpoch(props.excludedAnnotations ?? EXCLUDED_ANNOTATIONS, props.credentialsEpoch),
      ),
      excludedLabels: exclusions(props.excludedLabels ?? EXCLUDED_LABELS),
      federatedServiceSelector: selects(props.federatedServiceSelector ?? (podToPod ? FEDERATED : undefined)),
      gatewayAddress: gateway?.address,
      gatewayIdentity: gateway?.identity,
      gatewayPort: gateway && String(gateway.port ?? names.GATEWAY_PORT),
      probeSpec: probeSpec(gateway),
      remoteDiscoverySelector: selects(props.remoteDiscoverySelector ?? (podToPod ? REMOTE_DISCOVERY : undefined)),
      selector: selects(props.selector ?? (gateway ? EXPORTED : undefined)),
      targetClusterDomain: props.targetClusterDomain ?? SETTINGS.clusterDomain,
      targetClusterLinkerdNamespace: props.targetClusterLinkerdNamespace ?? names.CONTROL_PLANE_NAMESPACE,
      targetClusterName,
    } satisfies Spec<LinkSpec>,
  });
}

const EXPORTED = { matchLabels: { [names.EXPORTED_LABEL]: names.EXPORTED_GATEWAY } };
const REMOTE_DISCOVERY = { matchLabels: { [names.EXPORTED_LABEL]: names.EXPORTED_REMOTE_DISCOVERY } };
const FEDERATED = { matchLabels: { [names.FEDERATED_LABEL]: names.FEDERATED_MEMBER } };

/** A label that nothing writes. Said rather than left out: a field that is not written may stay as it was. */
const NO_SERVICE = { matchLabels: { 'linkerd-fleet.dev/drained': 'never' } };

/** A path starts the prober, gateway or not: a flat Link must not carry one. */
function probeSpec(gateway: LinkGatewayProps | undefined): Spec<LinkSpec['probeSpec']> {
  const {
    timeout = names.PROBE_TIMEOUT,
    failureThreshold = names.PROBE_FAILURE_THRESHOLD,
    ...probe
  } = gateway?.probe ?? {};
  const defaults = { timeout, failureThreshold: String(failureThreshold) };
  if (gateway === undefined) return defaults;
  return {
    ...defaults,
    path: probe.path ?? names.GATEWAY_PROBE_PATH,
    period: probe.period ?? `${names.GATEWAY_PROBE_SECONDS}s`,
    port: String(probe.port ?? names.GATEWAY_PROBE_PORT),
  };
}

/** The Link of one edge of a fleet. */
export function linkManifest(plan: LinkPlan): Manifest {
  const { source, target, gateway } = plan;
  return linkOf(scalarsOf(target, gateway), sourceProps(source), formOf(plan), gateway?.probe);
}

/** The text of the same Link. Sources that say the same of themselves hold the same one for a target. */
export function linkPiece(plan: LinkPlan): Piece {
  return pieceOf(plan.target, sourceProps(plan.source), formOf(plan), plan.gateway);
}

const pieceOf = remembered(
  (target: ClusterModel, source: SourceProps, form: Form, gateway: LinkGateway | undefined): SharedText => ({
    text: textOfLinks(source, form, gateway?.probe)(scalarsOf(target, gateway)),
  }),
);

function keys<K extends string>(fields: Readonly<Record<K, 0>>): readonly K[] {
  return Object.keys(fields) as K[];
}

/** What differs between the Links of one source, and says nothing about the form of a Link. */
type LinkScalars = ReturnType<typeof scalarsOf>;

const SCALARS = keys({ target: 0, domain: 0, namespace: 0, address: 0, port: 0, identity: 0 } satisfies Record<
  keyof LinkScalars,
  0
>);

function scalarsOf({ name, clusterDomain, linkerd }: ClusterModel, gateway: LinkGateway | undefined) {
  const { address = '', port = '', identity = '' } = gateway ?? {};
  return { target: name, domain: clusterDomain, namespace: linkerd.namespace, address, port, identity };
}

/** What of an edge, beside the probe of its gateway, gives its Link its form. One object for all that are the same. */
interface Form {
  readonly podToPod: boolean;
  readonly draining: boolean;
  /** Token that the mirror controller is told to load. */
  readonly epoch: number;
}

const forms: Form[] = [];

function formOf({ podToPod, draining, credentials }: LinkPlan): Form {
  const epoch = credentials.way.loaded;
  const number = 4 * epoch + (podToPod ? 2 : 0) + (draining ? 1 : 0);
  forms[number] ??= { podToPod, draining, epoch };
  return forms[number];
}

function linkOf(
  scalars: LinkScalars,
  source: SourceProps,
  { podToPod, draining, epoch }: Form,
  probe: LinkGateway['probe'] | undefined,
): Manifest {
  const { target, domain, namespace, address, port, identity } = scalars;
  return link({
    targetClusterName: target,
    targetClusterDomain: domain,
    targetClusterLinkerdNamespace: namespace,
    gateway: probe && { address, port, identity, probe },
    podToPod,
    draining,
    credentialsEpoch: epoch,
    ...source,
  });
}

/** Texts of Links by what gives them their form: sources that differ, and probes, are few. */
function textOfLinks(source: SourceProps, form: Form, probe: LinkGateway['probe'] | undefined): LinkTemplate {
  let known = texts.get(source);
  if (known === undefined || known.size > KEPT) {
    known = new Map();
    texts.set(source, known);
  }
  const key = JSON.stringify([form, probe]);
  let text = known.get(key);
  if (text === undefined) {
    text = template(SCALARS, (scalars) => [linkOf(scalars, source, form, probe)]);
    known.set(key, text);
  }
  return text;
}

type LinkTemplate = Template<keyof LinkScalars>;

/** Forms of one source whose texts are kept. */
const KEPT = 32;
const texts = new WeakMap<SourceProps, Map<string, LinkTemplate>>();

type SourceProps = ReturnType<typeof sourceProps>;

/** What of a source its Links hold. */
const sourceProps = oneOfEach(({ excludedLabels, excludedAnnotations, linkerd }: ClusterModel) => ({
  excludedLabels,
  excludedAnnotations,
  namespace: linkerd.multiclusterNamespace,
  linkerdVersion: linkerd.release.version,
  cliVersion: releaseTag(linkerd),
}));
