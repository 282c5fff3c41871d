import { codes } from './entry';

/** Generator inputs over HTTP: what a request asks for, and what the server runs on. */
export const generator = codes({
  GENERATOR_CODE: {
    allowed: 'a description as data: .yaml, .yml, .json, or a directory of them',
    why: 'The server reads the description again and again; code would run each time, with the rights of the server.',
    fix: 'Serve what `linkerd-fleet compile` writes.',
  },
  GENERATOR_EMPTY: {
    allowed: 'a selector that selects at least one cluster',
    why: 'Argo CD deletes every Application of an ApplicationSet whose generator answers with an empty list, and Flux every object of the ResourceSet.',
    fix: 'Correct the selector; where none at all is what is meant, ask with allowEmpty: true.',
  },
  GENERATOR_LIMIT: {
    allowed: "no more inputs than the provider's filter.limit, 100 unless said otherwise, and 900 KiB of them",
    why: 'The Flux operator cuts the list at filter.limit without a word, and deletes what it made for the clusters behind it.',
    fix: 'Raise `spec.filter.limit` of the ResourceSetInputProvider and say the same in its URL, ?limit=1000; or select fewer clusters.',
  },
  GENERATOR_PARAMETER: {
    allowed:
      'selector (a Kubernetes label selector, as text), allowEmpty (true or false), and for Flux limit (a number)',
    why: 'A parameter that is not understood might be the one that keeps a cluster out.',
    fix: 'Correct `input.parameters` of the plugin generator, or the query of the URL.',
  },
  GENERATOR_REQUEST: {
    allowed: "a request as Argo CD's plugin generator or the Flux operator makes it, with the token",
    why: 'Nothing is answered to a request that is not understood.',
    fix: 'See docs/generators.md for the addresses and the token.',
  },
  GENERATOR_SHRUNK: {
    allowed:
      'a description that loses no more clusters at once than --max-removals, half of them unless said otherwise',
    why: 'A description of which a part is missing looks like one that so many clusters have left.',
    fix: 'Mend the description; or, if they are to go, restart the server.',
  },
  GENERATOR_TOKEN: {
    allowed: 'a readable file with a token on each line that is not empty',
    why: 'Without a token everybody who reaches the server would read the clusters of the fleet.',
    fix: 'Mount the Secret, and name its file with --token-file.',
  },
  GENERATOR_TLS: {
    allowed: 'a PEM certificate chain and the private key of its first certificate, both readable',
    why: 'No connection could be encrypted.',
    fix: 'Name both files: --tls-cert and --tls-key.',
  },
  GENERATOR_LISTEN: {
    allowed: 'an address of this machine and a free port: 127.0.0.1:8080, [::]:8080',
    why: 'Nothing would answer there.',
    fix: 'Correct --listen, or end the process that uses the port.',
  },
});
