/** Certificates that documents name by path or give as text: read and parsed once, however many clusters share them. */
import { type Issue, issue } from '../errors';
import type { Description } from '../fleet/description';
import { canonicalBundle, parseBundle } from '../trust/bundle';
import type { Certificate } from '../trust/certificate';

/** A parsed bundle. */
export interface Bundle {
  readonly certificates: readonly Certificate[];
  readonly canonical: string;
}

const EMPTY: Bundle = { certificates: [], canonical: '' };

/** Reads what documents name; problems go to the list it was given, once per file. */
export class Material {
  private readonly bundles = new Map<string, Bundle>();
  private readonly texts = new Map<string, string | undefined>();

  constructor(
    private readonly readFile: Description['readFile'],
    private readonly issues: Issue[],
  ) {}

  /** All certificates that `given` names, as one canonical bundle. */
  bundle(given: string | readonly string[] | undefined, path: string): Bundle {
    if (given === undefined) return EMPTY;
    const key = JSON.stringify(given);
    let bundle = this.bundles.get(key);
    if (bundle === undefined) {
      bundle = this.parse([given].flat(), path);
      this.bundles.set(key, bundle);
    }
    return bundle;
  }

  /** PEM text that `given` is or names; undefined when it cannot be read, which has been said. */
  pem(given: string | undefined, path: string): string | undefined {
    if (given === undefined) return undefined;
    if (isPem(given)) return given;
    if (!this.texts.has(given)) this.texts.set(given, this.read(given, path));
    return this.texts.get(given);
  }

  private parse(given: readonly string[], path: string): Bundle {
    const certificates: Certificate[] = [];
    given.forEach((one, i) => {
      const pem = this.pem(one, path);
      if (pem === undefined) return;
      const parsed = parseBundle(pem, isPem(one) ? (given.length > 1 ? `${path}[${i}]` : path) : one);
      certificates.push(...parsed.certificates);
      this.issues.push(...parsed.issues);
    });
    return { certificates, canonical: canonicalBundle(certificates) };
  }

  private read(file: string, path: string): string | undefined {
    const result = this.readFile(file);
    if ('text' in result) return result.text;
    this.issues.push(...result.issues.map((i) => issue(i.code, { ...i, path: `${path} (${file})` })));
    return undefined;
  }
}

/** Text of a PEM file, as opposed to the path of one. */
function isPem(given: string): boolean {
  return given.includes('-----BEGIN ');
}
