/** Files of credentials lie beside the description, in the directory that is read as it: they are told from documents. */
import { posix } from 'node:path';
import type { RawDocument } from '../../read/parsed';
import { CREDENTIAL_FILES } from '../defaults';
import { isPlain } from '../inherit';

/**
 * What is left of the documents of a directory without the encrypted Secrets that lie where `credentials` of the fleet, of a region
 * or of a cluster says that its files are. Any other manifest stays, to be refused: it would be ignored.
 */
export function withoutCredentialFiles(raws: readonly RawDocument[]): readonly RawDocument[] {
  const encrypted = new Set(raws.filter(({ value }) => isEncrypted(value)));
  if (encrypted.size === 0) return raws;
  const places = [...new Set(raws.flatMap(({ value }) => templatesIn(value)))].map(patternOf);
  return raws.filter((raw) => !encrypted.has(raw) || !places.some((place) => place.test(raw.file ?? '')));
}

/** A SealedSecret, or a Secret that sops has encrypted. */
function isEncrypted(value: unknown): boolean {
  if (!isPlain(value)) return false;
  return value['kind'] === 'SealedSecret' || (value['kind'] === 'Secret' && isPlain(value['sops']));
}

/** Where one document says that files of credentials are. Of one whose shape is wrong, what can be read counts. */
function templatesIn(value: unknown): readonly string[] {
  const spec = isPlain(value) ? value['spec'] : undefined;
  if (!isPlain(spec)) return [];
  const regions = Array.isArray(spec['regions']) ? spec['regions'] : [];
  return [spec, ...regions]
    .flatMap((level) => (isPlain(level) && isPlain(level['credentials']) ? [level['credentials']] : []))
    .flatMap((said) => [said, ...(isPlain(said['sources']) ? Object.values(said['sources']) : [])])
    .flatMap((said) => (isPlain(said) ? [said['sealedSecrets'], said['sops']] : []))
    .flatMap((way) => (isPlain(way) ? [way['files'] ?? CREDENTIAL_FILES.files] : []))
    .filter((files) => typeof files === 'string');
}

/** `credentials/{source}/{target}.yaml` as the paths that it may become. */
function patternOf(template: string): RegExp {
  const parts = posix.normalize(template).split(/\{(?:source|target|namespace)\}/);
  const escaped = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${escaped.join('[^/]+')}$`);
}
