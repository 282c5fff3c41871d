import { codes } from './entry';

/** The Argo CD plugin: what a render is asked for, and what it may do. */
export const cmp = codes({
  CMP_CLUSTER_UNSAID: {
    allowed:
      'the parameter cluster of the Application, LINKERD_FLEET_CLUSTER of the sidecar, or an application path …/clusters/<name>',
    why: 'Argo CD never tells a plugin which cluster it renders for, and objects of another cluster would be applied as readily.',
    fix: 'Add `plugin.parameters: [{ name: cluster, string: <name> }]` to the source of the Application.',
  },
  CMP_CLUSTER_DISPUTED: {
    allowed: 'the same cluster wherever one is named',
    why: 'One of them is wrong, and the objects of one cluster would be applied to another.',
    fix: 'Correct the one that is wrong: the parameter cluster, LINKERD_FLEET_CLUSTER of the sidecar, or the application path.',
  },
  CMP_FLEET_DISPUTED: {
    allowed: 'the description that LINKERD_FLEET of the sidecar names',
    why: 'The owner of the sidecar has said which description it renders.',
    fix: 'Remove the parameter fleet from the Application, or LINKERD_FLEET from the sidecar.',
  },
  CMP_FLEET_UNSAID: {
    allowed:
      'the parameter fleet, LINKERD_FLEET of the sidecar, or one fleet.json, fleet.yaml, fleet.yml or directory fleet in the application path or above it',
    why: 'Guessing which description is meant, or taking a part of it for the whole, would leave out clusters.',
    fix: 'Add `plugin.parameters: [{ name: fleet, string: <path from the root of the repository> }]` to the source of the Application.',
  },
  CMP_PARAMETER: {
    allowed: 'the parameters cluster (string), fleet (string) and components (array), each once',
    why: 'A parameter that is not understood might be the one that keeps something from being applied.',
    fix: 'Correct `plugin.parameters` of the Application.',
  },
  CMP_SETTING: {
    allowed: 'the environment variables of the sidecar that docs/argocd-plugin.md lists',
    why: 'A setting that is not understood might be the one that keeps something from being applied.',
    fix: 'Correct the environment of the sidecar container.',
  },
  CMP_CODE: {
    allowed: 'a description as data: .yaml, .yml, .json, or a directory of them',
    why: 'Code of a repository that runs in the repo-server makes everybody who may write there an administrator of Argo CD.',
    fix: 'Commit what `linkerd-fleet compile` writes, or let the owner of the sidecar set LINKERD_FLEET_CODE=allow on the container: an Application cannot.',
  },
  CMP_DEADLINE: {
    allowed: 'a render within LINKERD_FLEET_TIMEOUT of the sidecar, 45 seconds unless said otherwise',
    why: 'Argo CD kills a plugin at its own deadline without a word, 60 seconds after it asked unless said otherwise.',
    fix: 'Compile the description to JSON, keep other files out of the repository, or raise LINKERD_FLEET_TIMEOUT below controller.repo.server.timeout.seconds.',
  },
  CMP_OUTPUT_SIZE: {
    allowed: 'less than ARGOCD_GRPC_MAX_SIZE_MB, 100 MB unless said otherwise',
    why: 'Argo CD refuses an answer above it, after holding it in memory several times.',
    fix: 'Split the cluster into Applications by the parameter components, or raise ARGOCD_GRPC_MAX_SIZE_MB on the sidecar, the repo-server and its clients.',
  },
  CMP_INTERNAL: {
    allowed: 'nothing of this kind',
    why: 'This is a mistake of linkerd-fleet, not of the description. Nothing was rendered.',
    fix: 'Run `linkerd-fleet render` with the same description, and report what it says.',
  },
  CMP_REQUEST: {
    allowed: "the messages of Argo CD's plugin service, in their order",
    why: 'What the repo-server sent cannot be understood, so nothing was rendered.',
    fix: 'Refresh the Application. If it happens again, use `cmp generate` under argocd-cmp-server instead of `cmp serve`.',
  },
  CMP_TREE: {
    allowed:
      'a gzip-compressed tar archive of files, directories and symbolic links that stay inside of it, within the limits of docs/argocd-plugin.md',
    why: 'An archive that leaves its directory, or grows without end, harms what else runs beside the repo-server.',
    fix: 'Look at the file named, and leave what is large out of what the repo-server sends: reposerver.plugin.tar.exclusions.',
  },
  CMP_SOCKET: {
    allowed: 'a directory that this user may write to, and no other process that answers on the socket',
    why: 'The repo-server finds a plugin by its socket.',
    fix: 'Mount the directory `plugins` of the repo-server, or set ARGOCD_PLUGINSOCKFILEPATH, and stop the other process.',
  },
  CMP_APPLICATION: {
    allowed: 'a file with one Application of argoproj.io/v1alpha1 that has a source with `plugin`',
    why: 'There is nothing that Argo CD would ask this plugin for.',
    fix: 'Name the file of an Application, and the directory of its repository with --repo.',
  },
  CMP_DESTINATION: {
    allowed: 'the destination that the description has for the cluster',
    why: 'The plugin is never told the destination: the objects of one cluster would be applied to another.',
    fix: 'Correct `spec.destination` of the Application, or `argocd` of the Cluster.',
  },
});
