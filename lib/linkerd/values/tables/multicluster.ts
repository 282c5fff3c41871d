/** Values of chart linkerd-multicluster. How to read a table: ../table.ts. */
export const MULTICLUSTER = `
cliVersion                                  string
commonLabels                                strings
controllerDefaults.GID                      integer                       2.18-
controllerDefaults.UID                      integer                       2.18-
controllerDefaults.enableHeadlessServices   boolean                       2.18-
controllerDefaults.enablePodAntiAffinity    boolean                       2.18-
controllerDefaults.enablePprof              boolean                       2.18-
controllerDefaults.gateway.enabled          boolean                       2.18-
controllerDefaults.gateway.probe.port       integer                       2.18-
controllerDefaults.image.name               string                        2.18-
controllerDefaults.image.version            string                        2.18-
controllerDefaults.logFormat                plain|json                    2.18-
controllerDefaults.logLevel                 error|warn|info|debug|trace   2.18-
controllerDefaults.nodeAffinity             object                        2.19-
controllerDefaults.nodeSelector             strings                       2.18-
controllerDefaults.replicas                 integer                       2.18-
controllerDefaults.resources                requirements                  2.18-
controllerDefaults.retryLimit               integer                       2.18-
controllerDefaults.tolerations              list                          2.18-
controllers                                 list                          2.18-
createNamespaceMetadataJob                  boolean
enableNamespaceCreation                     boolean                       2.18-
enablePSP                                   boolean
enablePodAntiAffinity                       boolean
gateway.GID                                 integer
gateway.UID                                 integer
gateway.deploymentAnnotations               strings
gateway.enabled                             boolean
gateway.healthCheckNodePort                 integer                       2.20-
gateway.loadBalancerClass                   string
gateway.loadBalancerIP                      string
gateway.loadBalancerSourceRanges            stringList
gateway.name                                string
gateway.nodePort                            integer
gateway.nodeSelector                        strings
gateway.pauseImage                          string
gateway.port                                integer
gateway.probe.nodePort                      integer
gateway.probe.path                          string
gateway.probe.port                          integer
gateway.probe.seconds                       integer
gateway.replicas                            integer
gateway.serviceAnnotations                  strings
gateway.serviceExternalTrafficPolicy        string
gateway.serviceType                         ClusterIP|NodePort|LoadBalancer
gateway.terminationGracePeriodSeconds       integer
gateway.tolerations                         list
identityTrustDomain                         string
image.version                               string
imagePullSecrets                            names
linkerdNamespace                            string
linkerdVersion                              string
localServiceMirror.GID                      integer
localServiceMirror.UID                      integer
localServiceMirror.additionalEnv            env
localServiceMirror.enablePprof              boolean
localServiceMirror.excludedAnnotations      csv                           2.18-
localServiceMirror.excludedLabels           csv                           2.18-
localServiceMirror.experimentalEnv          env
localServiceMirror.federatedServiceSelector string
localServiceMirror.image.name               string
localServiceMirror.image.version            string
localServiceMirror.logFormat                plain|json
localServiceMirror.logLevel                 string
localServiceMirror.replicas                 integer
localServiceMirror.resources                requirements
localServiceMirror.serviceMirrorRetryLimit  integer
nodeAffinity                                object
nodeSelector                                strings
podAnnotations                              strings
podLabels                                   strings
remoteMirrorServiceAccount                  boolean
remoteMirrorServiceAccountName              string
revisionHistoryLimit                        integer
serviceMirrorAdditionalEnv                  env                           2.18-
serviceMirrorExperimentalEnv                env                           2.18-
tolerations                                 list
`;
