import { codes } from './entry';

/** What a kubeconfig or a token may be that is to become the credential of a Link. */
export const kubeconfig = codes({
  KUBECONFIG_FORM: {
    allowed: 'one document of kind Config with clusters, contexts, users and current-context, and no field besides',
    why: 'A field that is not understood may change whom the kubeconfig trusts or what it runs.',
    fix: 'Pass the token Secret itself: kubectl get secret <account>-token -o json.',
  },
  KUBECONFIG_EXEC: {
    allowed: 'a user with a token',
    why: 'exec and auth-provider run a program in whoever reads the kubeconfig: with them, who writes it runs code in the mirror controller and in destination. Their images have no such program besides.',
    fix: 'Use the token of the account that the target made for this source.',
  },
  KUBECONFIG_PROXY: {
    allowed: 'a cluster without proxy-url',
    why: 'Whoever runs the proxy sees when and how long a cluster is watched, and may be anybody.',
    fix: 'Remove it. Where the API server is reached through a proxy, say so with apiServer.url of the cluster.',
  },
  KUBECONFIG_INSECURE: {
    allowed: 'a cluster whose certificate is verified',
    why: 'With insecure-skip-tls-verify anybody on the way takes the token, and answers with endpoints of his own.',
    fix: 'Remove it, and put the CA of the API server in certificate-authority-data or apiServer.caBundle.',
  },
  KUBECONFIG_FILES: {
    allowed: 'data in the kubeconfig itself: certificate-authority-data, token',
    why: 'A path names a file of the machine that the kubeconfig was made on; in the pod of the controller it is another file, or none.',
    fix: 'Write it with kubectl config view --raw --flatten --minify.',
  },
  KUBECONFIG_SEVERAL: {
    allowed: 'one cluster, one context and one user, which belong together',
    why: 'Which of them is used depends on who reads it; the others would be committed, and be good, without a use.',
    fix: 'Write it with kubectl config view --raw --flatten --minify.',
  },
  KUBECONFIG_USER: {
    allowed: 'a user with a token and nothing else',
    why: 'A client certificate cannot be revoked before it ends; a password or an identity to act as is not what the target granted this source.',
    fix: 'Use the token of the account that the target made for this source.',
  },
  KUBECONFIG_SERVER: {
    allowed: 'the apiServer.url of the target',
    why: 'The server in a kubeconfig is who gets the token: a foreign one takes it, and decides what is mirrored.',
    fix: 'Take the kubeconfig of the target, or correct apiServer.url of it in the fleet.',
  },
  KUBECONFIG_CA: {
    allowed: 'certificate-authority-data: base64 of PEM certificates, with no key among them',
    why: 'Without the CA the certificate of the API server is not verified by it, and every request fails.',
    fix: 'Write it with kubectl config view --raw --flatten --minify, or set apiServer.caBundle of the target.',
  },
  TOKEN_FORM: {
    allowed:
      'a token of a ServiceAccount that does not end: that of a Secret of type kubernetes.io/service-account-token',
    why: 'The readers of a Link read its Secret once: a token that ends, as kubectl create token makes them, cuts the Link off within hours, and no check shows it.',
    fix: 'Take the token of the Secret that the fleet has made in the target: kubectl get secret <account>-token -o json.',
  },
  TOKEN_FOREIGN: {
    allowed: 'the token of the account and the Secret that the target has for this source and epoch',
    why: 'A token of another account is not revoked with this source, and may be allowed more; one of another epoch is about to be deleted.',
    fix: 'Take the Secret that is named, in the target of the Link.',
  },
  SEAL_INPUT: {
    allowed:
      'on standard input or --fd, from a pipe or a file: the token Secret as JSON or YAML, a kubeconfig, or the token alone',
    why: 'What is typed or given as an argument stays in the history of the shell and in the list of processes.',
    fix: "Pipe it: kubectl --context <target> -n linkerd-multicluster get secret <account>-token -o json | linkerd-fleet credentials seal --link 'a->b'",
  },
  SEAL_TOOL: {
    allowed: 'sops 3.10 or later on the PATH',
    why: 'The file is encrypted by sops itself, with the settings of the fleet.',
    fix: 'Install sops (https://github.com/getsops/sops), or correct what it says.',
  },
  SEALED_WRONG: {
    allowed: 'the file that linkerd-fleet credentials seal, or encrypt, writes for this Link',
    why: 'A Secret of another name, type, label or annotation is found by no reader; one that is sealed for another recipient, or holds an earlier token, cuts the Link off; one with the address or the CA that the API server had before keeps readers there.',
    fix: 'Write it anew: linkerd-fleet credentials seal, or encrypt, with the token of the epoch.',
  },
  SEALED_PLAIN: {
    allowed: 'data that is encrypted',
    why: 'A token in Git is a token that everybody with a clone has, for ever.',
    fix: 'Take it out of the file and of the Git history, and rotate the token.',
  },
  SEALED_CERTIFICATE: {
    allowed: 'the public certificate of the Sealed Secrets controller of the source, as PEM',
    why: 'It is what is sealed for, and what the files are checked against.',
    fix: 'Fetch it: kubeseal --context <source> --fetch-cert > the file.',
  },
  SOPS_ARGOCD: {
    allowed: 'credentials by sops where something decrypts them: Flux',
    why: 'Argo CD applies files as they are: it would put the encrypted text in the Secret, and every Link would fail.',
    fix: 'Use externalSecrets or sealedSecrets, or deliver by Flux.',
  },
});
