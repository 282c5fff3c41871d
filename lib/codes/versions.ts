import { codes } from './entry';

/** Versions: of Kubernetes and the Gateway API under a release of Linkerd, and of the charts that bring it. */
export const versions = codes({
  VERSION_FORM: {
    allowed: 'a version such as "1.33" or "1.33.4"',
    why: 'A version that cannot be compared cannot be checked against what the release supports.',
    fix: 'Write the version with dots, as a string.',
  },
  KUBERNETES_TOO_OLD: {
    allowed: 'a version of Kubernetes that the charts of the release accept',
    why: 'The charts name their lowest version (kubeVersion in Chart.yaml): Helm refuses to render them on an older cluster.',
    fix: 'Upgrade the cluster first, or keep it on an older release of Linkerd.',
  },
  KUBERNETES_UNTESTED: {
    severity: 'warning',
    allowed: 'a version of Kubernetes that the release was made for',
    why: 'The release was not tested on this version of Kubernetes.',
    fix: 'Upgrade Linkerd before Kubernetes.',
  },
  GATEWAY_API_UNTESTED: {
    severity: 'warning',
    allowed: 'a version of the Gateway API that the release was made for',
    why: 'The policy controller decodes routes with the types of its own version: a route with fields that it does not know is ignored.',
    fix: 'Install Gateway API CRDs of a version that is allowed.',
  },
  CHART_VERSION_MISSING: {
    allowed: 'linkerd.chartVersion, e.g. 2.20.2',
    why: 'Buoyant numbers the builds of its charts: without a version Argo CD would take the newest, of whatever release.',
    fix: 'Set linkerd.chartVersion to a version from https://helm.buoyant.cloud.',
  },
  CHART_VERSION_FORM: {
    allowed: 'for edge a chart version such as 2026.6.3, for enterprise one such as 2.20.2',
    why: 'The repository of the distribution has no chart of such a version.',
    fix: 'Write the version of the chart, not that of the images (edge-26.6.3, enterprise-2.20.2).',
  },
  CHART_VERSION_LINE: {
    allowed: 'a chart of the release line that linkerd.version names',
    why: 'The Links, values and policies that are written follow linkerd.version; a chart of another line reads other values and serves other versions of Link.',
    fix: 'Change linkerd.version or linkerd.chartVersion so that both name the same release.',
  },
  CHART_VERSION_UNVERIFIED: {
    severity: 'warning',
    allowed: 'a chart whose values are known to be those of the release line',
    why: 'This edge chart lies between two releases or after the newest that was read: it may read other values.',
    fix: 'Use the chart of the release, or compare the values of this chart with it.',
  },
  LINKERD_SKEW: {
    severity: 'warning',
    allowed: 'the same release line in linked clusters, or neighbouring ones',
    why: 'Upstream calls one release line between a control plane and its proxies safe and says nothing of linked clusters, whose proxies, destination and mirror controllers also work on each other: wider pairs are tested by nobody.',
    fix: 'Bring the older clusters to the next release line before the others go on.',
  },
  EXCLUDED_UNSUPPORTED: {
    allowed: 'excludedLabels and excludedAnnotations from Linkerd 2.18 on',
    why: 'Link v1alpha2 has no such field: the mirror controller of this source copies every label and annotation, those of Argo CD included.',
    fix: 'Run Linkerd 2.18 in the source, or set an empty list for it and expect the labels on its mirrors.',
  },
  LICENSE_MISSING: {
    allowed: 'license or licenseSecret with distribution enterprise',
    why: 'Charts of Buoyant Enterprise for Linkerd take no other: the control plane does not run without a licence.',
    fix: 'Set linkerd.licenseSecret to the name of a Secret in the control-plane namespace.',
  },
  LICENSE_TWICE: {
    allowed: 'one of license and licenseSecret',
    why: 'The chart takes exactly one.',
    fix: 'Keep licenseSecret: a licence in `license` lies in Git.',
  },
  LICENSE_UNUSED: {
    allowed: 'licences with distribution enterprise',
    why: 'The open source charts have no such value: a licence in Git would serve nothing.',
    fix: 'Remove it, or set linkerd.distribution to enterprise.',
  },
});
