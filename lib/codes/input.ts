import { codes } from './entry';

/**
 * Reading a description: files and their syntax (INPUT_*), then the shape of what they hold (SCHEMA_*). Neither says
 * what a value means. `found` of an INPUT_* issue names positions, sizes and counts, never text of the file.
 */
export const input = codes({
  INPUT_NOT_FOUND: {
    allowed: 'a path that exists and can be read',
    why: 'A description that is not read would leave its clusters and services out of the fleet, and out of every cluster that links to them.',
    fix: 'Correct the path, or give read permission on it.',
  },
  INPUT_OUTSIDE: {
    allowed: 'regular files inside the directory of the description; symbolic links may not lead out of it',
    why: 'An Argo CD sidecar reads repositories of other people: a link to a file of the sidecar, a pipe or a device would leak it or block the render.',
    fix: 'Put a copy of the file in the directory, or remove the link.',
  },
  INPUT_OUTPUT: {
    allowed: 'a directory that holds the description only',
    why: 'What is written from the description would be read as part of it.',
    fix: 'Move it out of the description: git mv it with its .linkerd-fleet, then synth with --out where it is.',
  },
  INPUT_TOO_LARGE: {
    allowed: 'at most 4 MiB in a YAML file, 32 MiB in a JSON file, 64 MiB in a whole description',
    why: 'The parser would hold the render, or the Argo CD sidecar it runs in, for longer than its timeout.',
    fix: 'Split the description into one file per cluster or service, or compile it to JSON.',
  },
  INPUT_TOO_DEEP: {
    allowed: 'at most 64 levels of nesting',
    why: 'A YAML parser follows nesting with the call stack: deep enough, it ends the whole process.',
    fix: 'Remove the nesting; no field of a fleet is nested more than a dozen levels.',
  },
  INPUT_TOO_MANY: {
    allowed:
      'at most about 100,000 values in a YAML file, 2,000,000 in a JSON file, and 20,000 data files in a description',
    why: 'The parser would hold the render, or the Argo CD sidecar it runs in, for longer than its timeout.',
    fix: 'Split the file, compile it to JSON, or point at the directory that holds the description only.',
  },
  INPUT_SYNTAX: {
    allowed: 'YAML 1.2 or JSON, as the name of the file says',
    why: 'A document that cannot be parsed is refused whole: half a fleet would unlink the other half.',
    fix: 'Correct the syntax at that line and column.',
  },
  INPUT_DUPLICATE_KEY: {
    allowed: 'each key once in a mapping',
    why: 'One of the two values would be dropped silently, and parsers disagree on which.',
    fix: 'Keep one of the two.',
  },
  INPUT_ALIAS: {
    allowed: 'values written out: no anchors (&), aliases (*) or merge keys (<<)',
    why: 'A few nested aliases expand to gigabytes, and a value shared through an anchor changes in places that a review does not show.',
    fix: 'Write the value out where the alias stands and remove the anchor; quote a string that starts with & or *.',
  },
  INPUT_TAG: {
    allowed: 'plain YAML values: no tags (!, !!) and no directives (%)',
    why: 'A tag changes what a value is for some readers of the file and not for others.',
    fix: 'Remove it; quote a string that starts with ! or %.',
  },
  INPUT_KEY: {
    allowed: 'string keys other than __proto__, constructor and prototype',
    why: 'Those names reach the internals of JavaScript objects when values are merged, and other keys than strings have no JSON form.',
    fix: 'Rename or quote the key.',
  },
  INPUT_NUMBER: {
    allowed: 'finite numbers; whole ones up to 9007199254740991 (2^53 - 1)',
    why: 'A larger number is rounded silently: an account id of twenty digits would become another one.',
    fix: 'Quote the value: it is an identifier, not a quantity.',
  },
  INPUT_ENCODING: {
    allowed: 'UTF-8 text without NUL characters',
    why: 'Readers of the file would disagree on its content.',
    fix: 'Save the file as UTF-8.',
  },
  INPUT_EMPTY: {
    allowed: 'a description with at least one document',
    why: 'An empty fleet renders to nothing, and Argo CD prunes what is no longer rendered.',
    fix: 'Point at the file or directory that holds the description.',
  },
  SCHEMA_UNKNOWN_KEY: {
    allowed: 'the fields of this kind, spelled as documented',
    why: 'A misspelled field would be ignored and its default used instead.',
    fix: 'Correct the spelling, or remove the field.',
  },
  SCHEMA_TYPE: {
    allowed: 'a value of the type of this field',
    why: 'A value of another type would be misread: unquoted, 2.20 is the number 2.2 and 0o17 the number 15.',
    fix: 'Change the value to the type that is allowed; quote it where a string is.',
  },
  SCHEMA_REQUIRED: {
    allowed: 'this field set',
    why: 'It has no default: there is no value that would be right for every fleet.',
    fix: 'Add the field.',
  },
  SCHEMA_VALUE: {
    allowed: 'a value in the range of this field',
    why: 'Linkerd, Argo CD or Kubernetes would refuse the value later, on the cluster.',
    fix: 'Change the value to one that is allowed.',
  },
  SCHEMA_KIND: {
    allowed: 'one of the kinds of a description, spelled as documented',
    why: 'A document of another kind would be ignored.',
    fix: 'Correct the kind, or keep manifests for Kubernetes outside the description. Encrypted credentials lie where `files` of their way says.',
  },
  SCHEMA_API_VERSION: {
    allowed: 'linkerd-fleet.dev/v1alpha1, or no apiVersion at all',
    why: 'Fields of another version may mean something else.',
    fix: 'Set apiVersion to the one that is allowed.',
  },
  SCHEMA_ONE_OF: {
    allowed: 'exactly one of the alternatives of this field',
    why: 'Two alternatives contradict each other, and with none there is nothing to render.',
    fix: 'Keep one alternative.',
  },
  FLEET_COUNT: {
    allowed: 'exactly one document of kind Fleet',
    why: 'A cluster that belonged to two fleets would be linked by neither or by both.',
    fix: 'Keep one Fleet document; describe other fleets in directories of their own.',
  },
});
