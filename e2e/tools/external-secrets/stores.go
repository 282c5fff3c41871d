// Package register has one store instead of forty: the others bring the clients of every cloud.
package register

import (
	_ "github.com/external-secrets/external-secrets/pkg/provider/vault"
)
