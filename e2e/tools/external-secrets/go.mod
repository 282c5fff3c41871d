// The last release of External Secrets that is one module; what came after is in modules that cannot be fetched. It is built in a
// copy of its own, with the requirements it has itself, so `go mod tidy` must not be run here.
module linkerd-fleet.dev/e2e/external-secrets

go 1.25.1

require github.com/external-secrets/external-secrets v0.20.4
