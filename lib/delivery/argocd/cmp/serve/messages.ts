/** The messages of Argo CD's plugin service, by the field numbers of argo-cd cmpserver/plugin/plugin.proto. */
import type { Announcement } from '../announce';
import type { Environment } from '../settings';
import { field, fieldsOf, messageOf } from './protobuf';

/** Path of a method of the service. */
export const method = (name: string): string => `/plugin.ConfigManagementPluginService/${name}`;

/** What comes before the tree. */
export interface Metadata {
  /** Name of the application directory, not of the Application. */
  readonly appName: string;
  /** Application path, relative to the root of the tree. */
  readonly appRelPath: string;
  /** SHA-256 of the archive, in hexadecimal. */
  readonly checksum: string;
  readonly env: Environment;
}

/** One message of the stream: the metadata first, then pieces of the archive. */
export type StreamRequest = { readonly metadata: Metadata } | { readonly chunk: Buffer };

/** Reads AppStreamRequest; undefined for one that says nothing. @throws WireError */
export function streamRequest(bytes: Buffer): StreamRequest | undefined {
  let request: StreamRequest | undefined;
  for (const { number, value } of fieldsOf(bytes)) {
    if (!Buffer.isBuffer(value)) continue;
    if (number === 1) request = { metadata: metadata(value) };
    else if (number === 2) request = { chunk: chunk(value) };
  }
  return request;
}

function metadata(bytes: Buffer): Metadata {
  const texts: string[] = [];
  const env: Record<string, string> = Object.create(null);
  for (const { number, value } of fieldsOf(bytes)) {
    if (!Buffer.isBuffer(value)) continue;
    if (number === 5) {
      const [, name = '', content = ''] = strings(value);
      env[name] = content;
    } else texts[number] = value.toString();
  }
  const [, appName = '', appRelPath = '', checksum = ''] = texts;
  return { appName, appRelPath, checksum, env };
}

function chunk(bytes: Buffer): Buffer {
  let content: Buffer = Buffer.alloc(0);
  for (const { number, value } of fieldsOf(bytes)) if (number === 1 && Buffer.isBuffer(value)) content = value;
  return content;
}

/** Texts of a message, by field number. */
function strings(bytes: Buffer): string[] {
  const texts: string[] = [];
  for (const { number, value } of fieldsOf(bytes)) if (Buffer.isBuffer(value)) texts[number] = value.toString();
  return texts;
}

/** ManifestResponse. */
export const manifestResponse = (manifests: readonly string[]): Buffer =>
  messageOf(...manifests.map((manifest) => field(1, manifest)));

/** ParametersAnnouncementResponse. */
export const parametersResponse = (list: readonly Announcement[]): Buffer =>
  messageOf(...list.map((each) => field(1, announcement(each))));

function announcement(each: Announcement): Buffer {
  return messageOf(
    field(1, each.name),
    field(2, each.title),
    field(3, each.tooltip),
    field(4, each.required),
    field(6, each.collectionType),
    field(7, each.string),
    ...(each.array ?? []).map((value) => field(8, value)),
  );
}
