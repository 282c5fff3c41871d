// The releases whose CustomResourceDefinitions API servers get in e2e/. No code of theirs is built: the modules are only
// unpacked, so `go mod tidy` must not be run here.
module linkerd-fleet.dev/e2e/crds

go 1.24.0

require (
	github.com/cert-manager/cert-manager v1.21.2
	github.com/cert-manager/trust-manager v0.25.0
	github.com/external-secrets/external-secrets v1.3.2
	github.com/prometheus-operator/prometheus-operator v0.85.0
)
