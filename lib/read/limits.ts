/**
 * How much is read from a description. A fleet of 1,000 clusters and 200 services is 0.3 MiB of YAML (140,000 tokens) or, with
 * every cluster named in every service, 5 MiB of indented JSON: each limit is several times that, and small enough that what is
 * within it is refused or parsed in seconds.
 */

/** Largest file that is not JSON, in bytes; twelve fleets of 1,000 clusters. */
export const MAX_FILE_BYTES = 4 * 1024 * 1024;

/** Largest JSON file, in bytes: a compiled fleet is one file, and JSON costs a fiftieth of what YAML does per byte. */
export const MAX_JSON_BYTES = 32 * 1024 * 1024;

/** Most bytes of all data files of one description together. */
export const MAX_TOTAL_BYTES = 64 * 1024 * 1024;

/** Most data files of one description. */
export const MAX_FILES = 20_000;

/** Most directory entries looked at in search of data files. */
export const MAX_ENTRIES = 200_000;

/** Deepest nesting of mappings and sequences. The `yaml` library recurses; from about 800 levels on it ends the process. */
export const MAX_DEPTH = 64;

/**
 * Most lexical tokens of a YAML file: about five for a value, so about 100,000 values, or 3,500 clusters. Parsing that many takes a
 * process of 250 MB and two seconds; twice as many take 430 MB, which a sidecar of 512 MiB may not survive.
 */
export const MAX_YAML_TOKENS = 500_000;

/** Most documents of a YAML file, empty ones included. */
export const MAX_YAML_DOCUMENTS = 20_000;

/** Most successive blank lines and comments of a YAML file: the parser may look at all of them again for each of them. */
export const MAX_YAML_BLANKS = 4_000;

/** Most values of a JSON file. */
export const MAX_JSON_VALUES = 2_000_000;

/** Most issues reported for one file: what follows the first mistakes of a file is usually their consequence. */
export const MAX_ISSUES = 20;
