// unseal decrypts one value of a SealedSecret, with the code of the Sealed Secrets controller: key file and label as arguments, the
// value (base64) on standard input, what was sealed on standard output.
package main

import (
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/base64"
	"encoding/pem"
	"io"
	"log"
	"os"
	"strings"

	"github.com/bitnami/sealed-secrets/pkg/crypto"
)

func main() {
	log.SetFlags(0)
	text, err := os.ReadFile(os.Args[1])
	check(err)
	block, _ := pem.Decode(text)
	parsed, err := x509.ParsePKCS8PrivateKey(block.Bytes)
	check(err)
	key := parsed.(*rsa.PrivateKey)
	value, err := io.ReadAll(os.Stdin)
	check(err)
	sealed, err := base64.StdEncoding.DecodeString(strings.TrimSpace(string(value)))
	check(err)
	plain, err := crypto.HybridDecrypt(rand.Reader, map[string]*rsa.PrivateKey{"key": key}, sealed, []byte(os.Args[2]))
	check(err)
	_, err = os.Stdout.Write(plain)
	check(err)
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
