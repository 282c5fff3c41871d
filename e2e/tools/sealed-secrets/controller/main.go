// Command controller runs the controller of Sealed Secrets by a kubeconfig: its own program takes none, but the files that only pods
// have. It makes its key as that program does, writes no status and opens no port.
package main

import (
	"context"
	"crypto/x509"
	"encoding/pem"
	"flag"
	"log"
	"os/signal"
	"syscall"
	"time"

	"github.com/bitnami/sealed-secrets/pkg/client/clientset/versioned"
	"github.com/bitnami/sealed-secrets/pkg/client/informers/externalversions"
	"github.com/bitnami/sealed-secrets/pkg/controller"
	"github.com/bitnami/sealed-secrets/pkg/crypto"
	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/tools/clientcmd"
)

// What the released program starts with.
const (
	keyPrefix  = "sealed-secrets-key"
	keySize    = 4096
	validFor   = 10 * 365 * 24 * time.Hour
	maxRetries = 5
	order      = "CertNotBefore"
)

func main() {
	kubeconfig := flag.String("kubeconfig", "", "cluster to work in")
	namespace := flag.String("namespace", "sealed-secrets", "where the key is")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, syscall.SIGINT)
	defer stop()
	if err := run(ctx, *kubeconfig, *namespace); err != nil {
		log.Fatal(err)
	}
}

func run(ctx context.Context, kubeconfig, namespace string) error {
	config, err := clientcmd.BuildConfigFromFlags("", kubeconfig)
	if err != nil {
		return err
	}
	clients, err := kubernetes.NewForConfig(config)
	if err != nil {
		return err
	}
	sealed, err := versioned.NewForConfig(config)
	if err != nil {
		return err
	}
	// It is told of its key by a watch, as of one that somebody else brings.
	keys := informers.NewSharedInformerFactoryWithOptions(clients, 0, informers.WithNamespace(namespace),
		informers.WithTweakListOptions(func(options *metav1.ListOptions) {
			options.LabelSelector = controller.SealedSecretsKeyLabel + "=active"
		}))
	registry := controller.NewKeyRegistry(clients, namespace, keyPrefix, controller.SealedSecretsKeyLabel, keySize)
	loop, err := controller.NewController(clients, sealed, externalversions.NewSharedInformerFactory(sealed, 0),
		informers.NewSharedInformerFactory(clients, 0), keys, registry, maxRetries, order)
	if err != nil {
		return err
	}
	if err := makeKey(ctx, clients, namespace); err != nil {
		return err
	}
	loop.Run(ctx.Done())
	return nil
}

func makeKey(ctx context.Context, clients kubernetes.Interface, namespace string) error {
	key, certificate, err := crypto.GeneratePrivateKeyAndCert(keySize, validFor, "")
	if err != nil {
		return err
	}
	_, err = clients.CoreV1().Secrets(namespace).Create(ctx, &corev1.Secret{
		ObjectMeta: metav1.ObjectMeta{
			GenerateName: keyPrefix,
			Labels:       map[string]string{controller.SealedSecretsKeyLabel: "active"},
		},
		Type: corev1.SecretTypeTLS,
		Data: map[string][]byte{
			corev1.TLSPrivateKeyKey: pemOf("RSA PRIVATE KEY", x509.MarshalPKCS1PrivateKey(key)),
			corev1.TLSCertKey:       pemOf("CERTIFICATE", certificate.Raw),
		},
	}, metav1.CreateOptions{})
	return err
}

func pemOf(kind string, bytes []byte) []byte {
	return pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: bytes})
}
