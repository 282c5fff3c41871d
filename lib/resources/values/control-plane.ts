/** Values of chart linkerd-control-plane. Left alone the chart mints certificates and draws a schedule at each render. */
import { createHash } from 'node:crypto';
import { LICENSE_SECRET_VALUE, LICENSE_VALUE } from '../../linkerd/charts';
import { haValues } from '../../linkerd/ha';
import { WEBHOOKS } from '../../linkerd/names';
import { milliseconds } from '../../model/duration';
import { isOnlyIPv6 } from '../../model/families';
import type { ClusterModel, Values } from '../../model/types';
import { CREDENTIALS_PREFIX } from '../../plan/credential-names';
import type { ClusterPlan } from '../../plan/types';
import { valuesOf } from './layers';

/**
 * Values of chart linkerd-control-plane: rendered twice they give the same bytes. The issuer certificate and those of the
 * webhooks are Secrets that somebody else fills (cert-manager, or as the description says), so that no key is in Git.
 */
export function controlPlaneValues(plan: ClusterPlan): Record<string, unknown> {
  const { cluster } = plan;
  return valuesOf({
    defaults: {
      // Where pods have no other addresses, the chart's default leaves all of their traffic to itself.
      ...(isOnlyIPv6(cluster) ? { disableIPv6: false } : {}),
      ...(cluster.defaultInboundPolicy ? { proxy: { defaultInboundPolicy: cluster.defaultInboundPolicy } } : {}),
      heartbeatSchedule: heartbeatSchedule(cluster.name),
      ...(cluster.ha ? haValues('controlPlane') : {}),
      podMonitor: cluster.podMonitor && podMonitorDefaults(cluster.podMonitor.scrapeInterval),
    },
    user: cluster.values.controlPlane,
    owned: {
      clusterDomain: cluster.clusterDomain,
      clusterNetworks: plan.clusterNetworks.join(','),
      ...loadedCredentials(plan),
      highAvailability: cluster.ha ? true : undefined,
      ...identity(cluster),
      identityTrustDomain: cluster.trustDomain,
      ...licence(cluster),
      podMonitor: cluster.podMonitor && {
        enabled: true,
        labels: cluster.podMonitor.labels,
        scrapeInterval: cluster.podMonitor.scrapeInterval,
      },
      ...webhooks(cluster),
    },
  });
}

/**
 * Destination reads a Secret once, when it comes to be (linkerd2 controller/api/destination/watcher/cluster_store.go): its pods
 * are restarted with the epochs of the tokens that they are to load. Those that are still the first say nothing.
 */
function loadedCredentials({ cluster, links }: ClusterPlan): Values {
  const { namespace, release } = cluster.linkerd;
  const epochs = links
    .filter(({ credentials }) => credentials.way.loaded > 1 && credentials.namespaces.includes(namespace))
    .map(({ target, credentials }) => `${target.name}=${credentials.way.loaded}`);
  if (epochs.length === 0) return {};
  const podAnnotations = { [`${CREDENTIALS_PREFIX}/epochs`]: epochs.join(',') };
  return release.capabilities.podAnnotationsOfComponents
    ? { destinationController: { podAnnotations } }
    : { podAnnotations };
}

/**
 * A minute of the day, in UTC, that depends on the cluster's name alone. The chart writes "ten minutes from now" at each
 * render. A fixed schedule and not `disableHeartBeat`: the heartbeat stays as Linkerd ships it, nothing
 * that a user sets brings the drift back, and the clusters of a fleet do not call all at once.
 */
function heartbeatSchedule(cluster: string): string {
  const minute = createHash('sha256').update(cluster).digest().readUInt32BE(0) % 1440;
  return `${minute % 60} ${Math.floor(minute / 60)} * * *`;
}

/**
 * With trust-manager the anchors are in its ConfigMap only. The value identityTrustAnchorsPEM would not be read then but
 * for the annotation linkerd.io/trust-root-sha256 of the control plane's pods, and would claim a bundle that they may not
 * have loaded.
 */
function identity({ trust }: ClusterModel): Values {
  const issuer = { scheme: 'kubernetes.io/tls' };
  if (trust.delivery === 'trustManager') return { identity: { externalCA: true, issuer } };
  return { identity: { externalCA: false, issuer }, identityTrustAnchorsPEM: trust.bundle };
}

/** The open source chart reads neither. */
function licence({ linkerd }: ClusterModel): Values {
  if (linkerd.distribution !== 'enterprise') return {};
  return { [LICENSE_VALUE]: linkerd.license, [LICENSE_SECRET_VALUE]: linkerd.licenseSecret };
}

/** Where the API server's CA for each webhook comes from. The charts of 2.17 and 2.18 take a CA only with externalSecret. */
function webhooks({ linkerd, trust }: ClusterModel): Values {
  return Object.fromEntries(
    WEBHOOKS.map(({ value, service }) => [
      value,
      trust.webhooks === 'certManager'
        ? { externalSecret: true, injectCaFrom: `${linkerd.namespace}/${service}` }
        : { caBundle: trust.webhookCaBundle, externalSecret: true },
    ]),
  );
}

/** scrapeTimeout of the chart. */
const SCRAPE_TIMEOUT = 10_000;

function podMonitorDefaults(scrapeInterval: string): Values {
  return {
    // Prometheus refuses a timeout longer than the interval.
    scrapeTimeout: milliseconds(scrapeInterval) < SCRAPE_TIMEOUT ? scrapeInterval : undefined,
    // The chart's monitor of the mirrors asks for a label that they do not have; the fleet writes its own.
    serviceMirror: { enabled: false },
  };
}
