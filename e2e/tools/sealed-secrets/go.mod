module linkerd-fleet.dev/e2e/sealed-secrets

go 1.26.8

require github.com/bitnami/sealed-secrets v0.40.0

require (
	golang.org/x/crypto v0.56.0 // indirect
	golang.org/x/sys v0.47.0 // indirect
)

// The module calls itself github.com/bitnami, and is published under bitnami-labs.
replace github.com/bitnami/sealed-secrets => github.com/bitnami-labs/sealed-secrets v0.40.0
