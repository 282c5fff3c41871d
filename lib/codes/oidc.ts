import { codes } from './entry';

/** Credentials by `oidc`: what a target may take for a source. */
export const oidc = codes({
  OIDC_ISSUER_MISSING: {
    allowed: 'a serviceAccountIssuer of every source of a target whose credentials are oidc',
    why: 'The API server of the target takes tokens of issuers that it is told of: the Link would be refused (401).',
    fix: 'Set serviceAccountIssuer.url of the source to the first --service-account-issuer of its API server.',
  },
  OIDC_ISSUER_URL: {
    allowed: 'https URLs without user, query and fragment that are not those of a Service of the cluster',
    why: 'The API server refuses the whole file otherwise, and does not start. https://kubernetes.default.svc, the default of kubeadm, is the issuer of every cluster: it says nothing of which one signed.',
    fix: 'Give the API server of the source a --service-account-issuer of its own, first in the list, and keep the old one second until all tokens are renewed.',
  },
  OIDC_ISSUER_SHARED: {
    allowed: 'an issuer and a discoveryURL of its own for each source, none of them that of the target',
    why: 'Tokens are told apart by their issuer: of two clusters with one, each is the other. The API server refuses a file that names one twice, or its own.',
    fix: 'Give each API server a --service-account-issuer of its own.',
  },
  OIDC_CA: {
    allowed:
      'PEM certificates in serviceAccountIssuer.certificateAuthority of sources, and in apiServer.caBundle of the target',
    why: 'No token Secret brings the CA of the target, and the images of Linkerd have no other: the mirror controller and destination would trust no certificate of it. The API server refuses a file whose CA it cannot read.',
    fix: 'Set apiServer.caBundle of the target to the CA of its API server; correct certificateAuthority.',
  },
  OIDC_SOURCES: {
    allowed: 'up to 64 sources of one target by oidc',
    why: 'An AuthenticationConfiguration has 64 issuers at most; the API server refuses a file with more.',
    fix: 'Let further sources come another way (credentials.sources), or have fewer Links to the target.',
  },
  OIDC_AUDIENCE: {
    allowed: 'an audience of its own for each target, which no API server takes for itself',
    why: 'A target sees the tokens that it is shown: it could show them to another target with the same audience, or to the API server of the source, which would take it for destination and let it read every Secret of the control plane.',
    fix: 'Leave credentials.oidc.audience out, or write {target} into it.',
  },
  OIDC_PREFIX: {
    allowed:
      'a usernamePrefix with {source}, then a character that names of clusters do not have, that does not begin with system:',
    why: 'Without a prefix, system:serviceaccount:… of the source is the account of that name of the target, with all its rights; without {source}, one source is the other.',
    fix: 'Leave credentials.oidc.usernamePrefix out.',
  },
  OIDC_EPOCH: {
    allowed: 'neither epoch nor loaded nor retired where credentials are oidc',
    why: 'There is no token to rotate: each lasts an hour, and the readers take the next from the same file.',
    fix: 'Remove them. To shut a source out, name it in revoked and give the API server the file that follows.',
  },
  OIDC_KUBERNETES: {
    allowed: 'kubernetesVersion of the target, 1.30 or later',
    why: 'The file is apiserver.config.k8s.io/v1beta1 from 1.30 on and v1 from 1.34 on; an API server before that has no such file (without a feature gate).',
    fix: 'Set kubernetesVersion, or use another way for this target.',
  },
  OIDC_PLATFORM: {
    allowed: 'targets whose API server can be given an AuthenticationConfiguration: platform self-managed, or not said',
    why: 'Without the file the API server takes no token of any source: every Link to the target is refused (401).',
    fix: 'Use another way for this target: credentials: { externalSecrets: … } of the cluster. It may stay a source by oidc, which takes an issuer and no file. If the platform is inherited and wrong here, say that of the cluster.',
  },
  OIDC_LINKERD: {
    allowed: 'sources with Linkerd 2.18 or later',
    why: 'In 2.17 the account of the mirror controller has another name, so that the move to 2.18 would shut it out.',
    fix: 'Upgrade the source first, or give it another way (credentials.sources).',
  },
  OIDC_ARGOCD: {
    severity: 'warning',
    allowed: 'Deployments of the charts with the volumes of token-files',
    why: 'No release of the charts has a value for these volumes, and a Helm source of Argo CD patches nothing: in what the fleet writes for Argo CD the readers find no token, and every Link by oidc is refused.',
    fix: 'Render the charts by a source that takes the components (kustomize with helmCharts), or have a mutating admission policy add the volumes; then accept OIDC_ARGOCD.',
  },
});
