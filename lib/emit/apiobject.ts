/**
 * The text of cdk8s objects and charts. cdk8s says what the bytes are; plain data is written in one walk that gives the
 * same bytes, and everything else is asked of cdk8s itself.
 */
import {
  ApiObject,
  ApiObjectMetadataDefinition,
  App,
  Chart,
  ImplicitTokenResolver,
  LazyResolver,
  NumberStringUnionResolver,
} from 'cdk8s';
import type { IConstruct } from 'constructs';
import { entryText, NOT_PLAIN, type Rules } from './block';
import { fieldsOf } from './manifest';
import { surprise } from './surprise';
import { emitDocument, emitDocuments, joinDocuments } from './yaml';

const OBJECT: Rules = { sort: true, dropNull: true, dropEmpty: false, strict: true };
const METADATA: Rules = { ...OBJECT, dropEmpty: true };
const STOCK_RESOLVERS = new Set<unknown>([LazyResolver, ImplicitTokenResolver, NumberStringUnionResolver]);

type Fields = Readonly<Record<string, unknown>>;

/** What an ApiObject of cdk8s 2.70 keeps in private; every field is checked before it is used. */
interface Internals {
  readonly props?: Fields;
  readonly patches?: readonly unknown[];
}

interface MetadataInternals extends Fields {
  readonly _additionalAttributes?: Fields;
}

/**
 * One ApiObject as a YAML document: the bytes of cdk8s `Yaml.stringify(obj.toJson())`, but for the strings that
 * `emitDocument` quotes beyond it. Lazy values, JSON patches, resolvers and an overridden `toJson` all count.
 *
 * @throws Error as `obj.toJson()` does
 */
export function emitApiObject(obj: ApiObject): string {
  const { props, metadata } = plainParts(obj);
  if (props === undefined || metadata === undefined) return emitDocument(obj.toJson());
  try {
    let text = '';
    for (const field of fieldsOf(props)) {
      text +=
        field === 'metadata' ? entryText(field, metadata, 0, METADATA) : entryText(field, props[field], 0, OBJECT);
    }
    return text;
  } catch (error) {
    if (error !== NOT_PLAIN) throw error;
    return emitDocument(obj.toJson());
  }
}

/**
 * A chart as a YAML stream, its objects in the order of cdk8s. Constructs of the chart and those above it are validated
 * first. `chart.toJson()` is asked when it is overridden, when something in the chart has dependencies, or when charts nest:
 * it costs time in proportion to the whole app, so an app of many charts is better without.
 *
 * @throws Error when a validation fails, with the message of cdk8s
 */
export function emitChart(chart: Chart): string {
  const below = chart.node.findAll();
  const isPlain =
    chart.toJson === Chart.prototype.toJson &&
    below.every((node) => node.node.dependencies.length === 0 && (node === chart || !Chart.isChart(node)));
  if (!isPlain) return emitDocuments(chart.toJson());
  validate([...chart.node.scopes.slice(0, -1), ...below]);
  return joinDocuments(below.filter(ApiObject.isApiObject).map(emitApiObject));
}

/** What cdk8s would print of an object as it is; a part is missing when cdk8s would do more than that. */
function plainParts(obj: ApiObject): { readonly props?: Fields; readonly metadata?: Fields } {
  const { props, patches } = obj as unknown as Internals;
  if (typeof props !== 'object' || !Array.isArray(patches)) surprise('an ApiObject without `props` and `patches`');
  const isStock =
    obj.toJson === ApiObject.prototype.toJson &&
    Array.isArray(patches) &&
    patches.length === 0 &&
    props?.constructor === Object &&
    !process.env['CDK8S_DISABLE_SORT'] &&
    hasStockResolvers(obj);
  return isStock ? { props, metadata: plainMetadata(obj.metadata) } : {};
}

function plainMetadata(definition: ApiObjectMetadataDefinition): Fields | undefined {
  const fields = definition as unknown as MetadataInternals;
  const added = fields._additionalAttributes;
  if (typeof added !== 'object') surprise('metadata without `_additionalAttributes`');
  if (definition.toJson !== ApiObjectMetadataDefinition.prototype.toJson || added?.constructor !== Object)
    return undefined;
  const { annotations, finalizers, labels, name, namespace, ownerReferences } = fields;
  const known = { annotations, finalizers, labels, name, namespace, ownerReferences };
  return Object.keys(added).every((field) => Object.hasOwn(known, field)) ? known : { ...added, ...known };
}

function hasStockResolvers(obj: ApiObject): boolean {
  const { resolvers } = App.of(obj) as { resolvers?: readonly object[] };
  if (!Array.isArray(resolvers)) surprise('an App without `resolvers`');
  return Array.isArray(resolvers) && resolvers.every((resolver) => STOCK_RESOLVERS.has(resolver.constructor));
}

function validate(nodes: readonly IConstruct[]): void {
  const errors = nodes.flatMap(({ node }) => node.validate().map((error) => `[${node.path}] ${error}`));
  if (errors.length > 0) throw new Error(`Validation failed with the following errors:\n  ${errors.join('\n  ')}`);
}
