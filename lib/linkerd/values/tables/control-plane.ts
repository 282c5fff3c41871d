/** Values of chart linkerd-control-plane. How to read a table: ../table.ts. */
export const CONTROL_PLANE = `
cliVersion                                              string
clusterDomain                                           string
clusterNetworks                                         csv
cniEnabled                                              boolean
commonLabels                                            strings
configReaders                                           names?                            2.19-
controlPlaneTracing                                     boolean                           -2.18
controlPlaneTracingNamespace                            string                            -2.18
controller.podDisruptionBudget.maxUnavailable           intOrPercent
controller.tracing.collector.endpoint                   string                            2.19-
controller.tracing.enabled                              boolean                           2.19-
controllerGID                                           integer
controllerImage                                         string
controllerImageVersion                                  string
controllerLogFormat                                     plain|json
controllerLogLevel                                      string
controllerReplicas                                      integer
controllerUID                                           integer
debugContainer.image.name                               string
debugContainer.image.pullPolicy                         |Always|IfNotPresent|Never
debugContainer.image.version                            string
deploymentStrategy                                      object
destinationController.additionalArgs                    stringList
destinationController.additionalEnv                     env
destinationController.experimentalArgs                  stringList
destinationController.experimentalEnv                   env
destinationController.livenessProbe.timeoutSeconds      integer
destinationController.meshedHttp2ClientProtobuf         object
destinationController.podAnnotations                    strings                           2.18-
destinationController.readinessProbe.timeoutSeconds     integer
destinationProxyResources                               resources+cores
destinationResources                                    resources
disableHeartBeat                                        boolean
disableIPv6                                             boolean
egress.globalEgressNetworkNamespace                     string
enableEndpointSlices                                    boolean
enableH2Upgrade                                         boolean
enablePSP                                               boolean
enablePodAntiAffinity                                   boolean
enablePodDisruptionBudget                               boolean
enablePprof                                             boolean
heartbeat.additionalEnv                                 env
heartbeat.experimentalEnv                               env
heartbeatResources                                      resources
heartbeatSchedule                                       string
highAvailability                                        boolean
identity.additionalEnv                                  env
identity.experimentalEnv                                env
identity.externalCA                                     boolean
identity.issuer.clockSkewAllowance                      duration
identity.issuer.issuanceLifetime                        duration
identity.issuer.scheme                                  linkerd.io/tls|kubernetes.io/tls
identity.issuer.tls.crtPEM                              string
identity.issuer.tls.keyPEM                              string
identity.kubeAPI.clientBurst                            integer
identity.kubeAPI.clientQPS                              number
identity.livenessProbe.timeoutSeconds                   integer
identity.podAnnotations                                 strings                           2.18-
identity.readinessProbe.timeoutSeconds                  integer
identity.serviceAccountTokenProjection                  boolean
identityProxyResources                                  resources+cores
identityResources                                       resources
identityTrustAnchorsPEM                                 string
identityTrustDomain                                     string
image.version                                           string
imagePullPolicy                                         Always|IfNotPresent|Never
imagePullSecrets                                        names
linkerdVersion                                          string
networkValidator.connectAddr                            string
networkValidator.enableSecurityContext                  boolean
networkValidator.listenAddr                             string
networkValidator.logFormat                              plain|json
networkValidator.logLevel                               string
networkValidator.securityContext                        object                            2.19-
networkValidator.timeout                                duration
nodeAffinity                                            object
nodeSelector                                            strings
podAnnotations                                          strings
podLabels                                               strings
podMonitor.controller.enabled                           boolean
podMonitor.controller.honorTimestamps                   boolean                           2.20-
podMonitor.controller.namespaceSelector                 yaml
podMonitor.enabled                                      boolean
podMonitor.labels                                       strings
podMonitor.proxy.enabled                                boolean
podMonitor.proxy.honorTimestamps                        boolean                           2.20-
podMonitor.scrapeInterval                               duration
podMonitor.scrapeTimeout                                duration
podMonitor.serviceMirror.enabled                        boolean
podMonitor.serviceMirror.honorTimestamps                boolean                           2.20-
policyController.additionalArgs                         stringList
policyController.experimentalArgs                       stringList
policyController.image.name                             string                            -2.18
policyController.image.pullPolicy                       |Always|IfNotPresent|Never        -2.18
policyController.image.version                          string                            -2.18
policyController.livenessProbe.timeoutSeconds           integer
policyController.logLevel                               string
policyController.probeNetworks                          stringList
policyController.readinessProbe.timeoutSeconds          integer
policyController.resources                              resources
policyValidator.caBundle                                string
policyValidator.crtPEM                                  string
policyValidator.externalSecret                          boolean
policyValidator.injectCaFrom                            string
policyValidator.injectCaFromSecret                      string
policyValidator.keyPEM                                  string
policyValidator.namespaceSelector                       object
priorityClassName                                       string
profileValidator.caBundle                               string
profileValidator.crtPEM                                 string
profileValidator.externalSecret                         boolean
profileValidator.injectCaFrom                           string
profileValidator.injectCaFromSecret                     string
profileValidator.keyPEM                                 string
profileValidator.namespaceSelector                      object
prometheusUrl                                           string
proxy.accessLog                                         apache|json
proxy.additionalEnv                                     env
proxy.await                                             boolean
proxy.capabilities.add                                  stringList
proxy.capabilities.drop                                 stringList
proxy.control.streams.idleTimeout                       duration
proxy.control.streams.initialTimeout                    duration
proxy.control.streams.lifetime                          duration
proxy.cores                                             integer?
proxy.defaultInboundPolicy                              inboundPolicy
proxy.disableInboundProtocolDetectTimeout               boolean
proxy.disableOutboundProtocolDetectTimeout              boolean
proxy.enableExternalProfiles                            boolean
proxy.enableShutdownEndpoint                            boolean
proxy.experimentalEnv                                   env
proxy.gid                                               integer
proxy.image.name                                        string
proxy.image.pullPolicy                                  |Always|IfNotPresent|Never
proxy.image.version                                     string
proxy.inbound                                           object
proxy.inboundConnectTimeout                             duration
proxy.inboundDiscoveryCacheUnusedTimeout                duration
proxy.isGateway                                         boolean
proxy.isIngress                                         boolean
proxy.livenessProbe.initialDelaySeconds                 integer
proxy.livenessProbe.timeoutSeconds                      integer
proxy.logFormat                                         plain|json
proxy.logHTTPHeaders                                    |insecure|off
proxy.logLevel                                          string
proxy.metrics.hostnameLabels                            boolean                           2.18-
proxy.nativeSidecar                                     boolean
proxy.opaquePorts                                       ports
proxy.outbound                                          object
proxy.outboundConnectTimeout                            duration
proxy.outboundDiscoveryCacheUnusedTimeout               duration
proxy.outboundTransportMode                             transport-header|transparent      2.18-
proxy.ports.admin                                       integer
proxy.ports.control                                     integer
proxy.ports.inbound                                     integer
proxy.ports.outbound                                    integer
proxy.readinessProbe.initialDelaySeconds                integer
proxy.readinessProbe.timeoutSeconds                     integer
proxy.requireIdentityOnInboundPorts                     ports
proxy.resources                                         resources
proxy.runtime.workers.maximum                           integer                           2.18-
proxy.runtime.workers.maximumCPURatio                   number?                           2.18-
proxy.runtime.workers.minimum                           integer                           2.18-
proxy.saMountPath.mountPath                             string
proxy.saMountPath.name                                  string
proxy.saMountPath.readOnly                              boolean
proxy.securityContext                                   object                            2.19-
proxy.shutdownGracePeriod                               duration
proxy.startupProbe.failureThreshold                     integer
proxy.startupProbe.initialDelaySeconds                  integer
proxy.startupProbe.periodSeconds                        integer
proxy.tracing.collector.endpoint                        string                            2.19-
proxy.tracing.collector.meshIdentity.namespace          string                            2.19-
proxy.tracing.collector.meshIdentity.serviceAccountName string                            2.19-
proxy.tracing.enable                                    boolean                           2.19-2.19
proxy.tracing.enabled                                   boolean                           2.19-
proxy.tracing.labels                                    strings                           2.19-
proxy.tracing.protocol                                  string                            2.19-
proxy.tracing.traceServiceName                          string                            2.19-
proxy.uid                                               integer
proxy.waitBeforeExitSeconds                             integer
proxyInit.capabilities.add                              stringList
proxyInit.capabilities.drop                             stringList
proxyInit.closeWaitTimeoutSecs                          integer
proxyInit.ignoreInboundPorts                            ports
proxyInit.ignoreOutboundPorts                           ports
proxyInit.image.name                                    string                            -2.19
proxyInit.image.pullPolicy                              |Always|IfNotPresent|Never        -2.19
proxyInit.image.version                                 string                            -2.19
proxyInit.iptablesMode                                  nft|legacy
proxyInit.kubeAPIServerPorts                            ports
proxyInit.logFormat                                     |plain|json
proxyInit.logLevel                                      string
proxyInit.privileged                                    boolean
proxyInit.runAsGroup                                    integer
proxyInit.runAsRoot                                     boolean
proxyInit.runAsUser                                     integer
proxyInit.saMountPath.mountPath                         string
proxyInit.saMountPath.name                              string
proxyInit.saMountPath.readOnly                          boolean
proxyInit.skipSubnets                                   csv
proxyInit.xtMountPath.mountPath                         string
proxyInit.xtMountPath.name                              string
proxyInjector.additionalEnv                             env
proxyInjector.caBundle                                  string
proxyInjector.crtPEM                                    string
proxyInjector.experimentalEnv                           env
proxyInjector.externalSecret                            boolean
proxyInjector.injectCaFrom                              string
proxyInjector.injectCaFromSecret                        string
proxyInjector.keyPEM                                    string
proxyInjector.livenessProbe.timeoutSeconds              integer
proxyInjector.namespaceSelector                         object
proxyInjector.objectSelector                            object
proxyInjector.readinessProbe.timeoutSeconds             integer
proxyInjector.timeoutSeconds                            integer
proxyInjectorProxyResources                             resources+cores
proxyInjectorResources                                  resources
revisionHistoryLimit                                    integer
runtimeClassName                                        string
spValidator.additionalEnv                               env
spValidator.experimentalEnv                             env
spValidator.livenessProbe.timeoutSeconds                integer
spValidator.readinessProbe.timeoutSeconds               integer
spValidatorResources                                    resources
tolerations                                             list
webhookFailurePolicy                                    Ignore|Fail
`;
