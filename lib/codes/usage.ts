import { codes } from './entry';

/** Wrong use of a command. */
export const usage = codes({
  CLUSTER_UNKNOWN: {
    allowed: 'a cluster of the fleet',
    why: 'Nothing is written for a cluster that the fleet does not have: an empty answer would make Argo CD prune everything.',
    fix: 'Correct the name, or add the cluster to the fleet.',
  },
  SERVICE_UNKNOWN: {
    allowed: 'a Service of the fleet, as <service>.<namespace>',
    why: 'Nothing is known of other Services: an empty answer would read as nobody.',
    fix: 'Correct the name, or describe the Service.',
  },
  FLEET_NOT_NAMED: {
    allowed: 'one fleet.yaml, fleet.json, or one file in fleets/; or the fleet as argument',
    why: 'Guessing which fleet is meant could write one over another.',
    fix: 'Name the fleet: linkerd-fleet <command> fleets/prod.ts',
  },
  CODE_FAILED: {
    allowed: 'a file that runs',
    why: 'The description is code and it threw.',
    fix: 'Mend the file at that place.',
  },
  BASE_UNREADABLE: {
    allowed:
      'a commit, branch or tag of the Git repository that the description is in; COMMIT:PATH where it was elsewhere then',
    why: 'Without the earlier fleet nothing can be said about the step from it to this one.',
    fix: 'Fetch it (in CI a shallow clone lacks it: fetch-depth: 0), or correct the name.',
  },
  USAGE: {
    allowed: 'the commands and flags that --help lists',
    why: 'A flag that is not understood might be one that keeps something from being written.',
    fix: 'See linkerd-fleet --help.',
  },
  COMPILE_CODE: {
    allowed: 'a fleet that is data alone: no charts of its own, no customize hook',
    why: 'Data carries no code: what the code adds would be missing from every cluster.',
    fix: 'Deliver those charts by other means, or render from the code in CI (synth).',
  },
  ACCEPT_UNKNOWN: {
    allowed: 'codes of docs/errors.md',
    why: 'A misspelled code accepts nothing.',
    fix: 'Correct the code.',
  },
  ACCEPT_ERROR: {
    allowed: 'codes of warnings',
    why: 'An error says that what would be written is refused, or breaks the mesh: nothing is written as long as it stands.',
    fix: 'Mend what the error names and remove the code from `accept`.',
  },
});
