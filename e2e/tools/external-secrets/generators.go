// Package register has no generator: nothing here makes secrets up.
package register
