// Says "ok" or why Go's verifier refuses a leaf, as the identity controller of Linkerd asks it: verify roots untrusted leaf.
package main

import (
	"crypto/x509"
	"encoding/pem"
	"fmt"
	"os"
)

func pool(file string) *x509.CertPool {
	text, err := os.ReadFile(file)
	if err != nil {
		panic(err)
	}
	certs := x509.NewCertPool()
	certs.AppendCertsFromPEM(text)
	return certs
}

func main() {
	text, err := os.ReadFile(os.Args[3])
	if err != nil {
		panic(err)
	}
	block, _ := pem.Decode(text)
	leaf, err := x509.ParseCertificate(block.Bytes)
	if err == nil {
		_, err = leaf.Verify(x509.VerifyOptions{Roots: pool(os.Args[1]), Intermediates: pool(os.Args[2]), KeyUsages: []x509.ExtKeyUsage{x509.ExtKeyUsageAny}})
	}
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("ok")
}
