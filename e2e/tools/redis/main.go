// Command redis serves the Redis protocol from memory on the address of its only argument, until it is killed.
// Argo CD's repo-server keeps manifests and errors there; nothing needs to outlive a test.
package main

import (
	"fmt"
	"os"
	"time"

	"github.com/alicebob/miniredis/v2"
)

func main() {
	server := miniredis.NewMiniRedis()
	if err := server.StartAddr(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	// Its clock stands still otherwise, and nothing would ever expire.
	const tick = 100 * time.Millisecond
	for range time.Tick(tick) {
		server.FastForward(tick)
	}
}
