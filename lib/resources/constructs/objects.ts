import { ApiObject, type ApiObjectProps } from 'cdk8s';
import { Construct } from 'constructs';
import type { Manifest } from '../../emit/manifest';

/** Id of an object in its scope: `Link.linkerd-multicluster.prod-eu`, `ClusterRole.linkerd-link-reader`. */
export function objectId({ kind, metadata }: Manifest): string {
  return [kind, metadata.namespace, metadata.name].filter((part) => part !== undefined).join('.');
}

/** A manifest as cdk8s takes it: a copy, because cdk8s changes metadata in place and a manifest may be shared. */
export function objectProps(manifest: Manifest): ApiObjectProps {
  return copied(manifest) as ApiObjectProps;
}

/** Plain data once more; what is not plain, such as a Lazy value, is taken as it is. */
function copied(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copied);
  if (typeof value !== 'object' || value === null || value.constructor !== Object) return value;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, copied(child)]));
}

/** Objects that belong together: the fleet's own manifests, each an ApiObject of its own. */
export abstract class ManifestGroup extends Construct {
  /** The objects, in the order in which they are written. */
  readonly objects: readonly ApiObject[];

  constructor(scope: Construct, id: string, manifests: readonly Manifest[]) {
    super(scope, id);
    this.objects = manifests.map((manifest) => new ApiObject(this, objectId(manifest), objectProps(manifest)));
  }
}
