import { codes } from './entry';

/** Trust domains and control-plane namespaces: what identities are made of. */
export const identity = codes({
  TRUST_DOMAIN_MISSING: {
    allowed: 'a trustDomain, or a `domain` of the fleet to derive it from',
    why: 'Linkerd would fall back to cluster.local in every cluster, and web.frontend of any cluster would be one identity.',
    fix: 'Set `domain` on the Fleet.',
  },
  TRUST_DOMAIN_INVALID: {
    allowed:
      'a DNS-1123 subdomain: labels of lower-case letters, digits and hyphens joined by dots, 253 characters at most',
    why: 'The identity controller exits at start on any other value (linkerd2 controller/identity/domain.go), and no proxy of the cluster gets a certificate.',
    fix: 'Write it in lower case, without scheme, port, underscore, wildcard or trailing dot.',
  },
  TRUST_DOMAIN_SHARED: {
    severity: 'warning',
    allowed: 'a trust domain per cluster where policy is to tell linked clusters apart',
    why: 'An identity ends in its trust domain and nothing else names the cluster: web.frontend of any of these clusters is one identity to every policy of the others.',
    fix: 'Give each cluster its own trustDomain when it is built (`domain` of the Fleet derives one). On a live cluster the change is an outage until every pod restarts: keep it, and do not rely on policy between these clusters.',
  },
  CLUSTER_DOMAIN_INVALID: {
    allowed:
      'a DNS-1123 subdomain: labels of lower-case letters, digits and hyphens joined by dots, 253 characters at most',
    why: 'It ends every Service name that sources ask for, and is written into their credentials: a name that is none resolves nowhere.',
    fix: 'Copy clusterDomain from the kubelets of the cluster; usually cluster.local.',
  },
  IDENTITY_TOO_LONG: {
    allowed: 'identities of at most 253 characters',
    why: 'An identity is a DNS name in a certificate (proxy-identity, linkerd2 proxy-identity/main.go): the proxies of that ServiceAccount never get one and never become ready.',
    fix: 'Shorten the trust domain, or the namespace that the identity names.',
  },
  LINKERD_NAMESPACE_INVALID: {
    allowed: 'a DNS label: lower-case letters, digits and hyphens, 63 characters at most',
    why: 'Kubernetes refuses such a namespace, and identities that name it are no DNS names.',
    fix: 'Correct the name of the namespace.',
  },
  LINKERD_NAMESPACES_EQUAL: {
    allowed: 'two namespaces: one for the control plane, one for the multicluster extension',
    why: 'Secret cluster-credentials-<target> exists in both, with labels in only one: in a single namespace one of the two overwrites the other.',
    fix: 'Leave multiclusterNamespace at linkerd-multicluster.',
  },
  LINKERD_NAMESPACE_DIFFERS: {
    allowed: 'one control-plane namespace in all clusters whose pods reach each other through Links',
    why: 'Destination gives a remote pod an identity in its own control-plane namespace, and none when the pod names another (linkerd2 controller/api/destination/endpoint_translator.go): traffic between these clusters goes without mTLS and is refused by every policy.',
    fix: 'Install the control planes into one namespace, or put the clusters in different networks and link them through gateways.',
  },
});
