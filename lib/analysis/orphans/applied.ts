/** Objects that the fleet writes in part and somebody else applies too, under a name that server-side apply takes for the same. */
import { type Issue, issue } from '../../errors';
import { list } from '../../model/rules/report';
import { idOf, type Named, placeOf, type SeenObject, type WrittenObject } from './named';

/** Names what the next sync takes off, of objects that are to be left to whoever applies them. */
export function appliedIssues(named: Named): Issue[] {
  const { objects, written, name: cluster } = named.seen;
  const ours = new Map(written.filter((one) => !one.isOwners).map((one) => [idOf(one), one]));
  const isOwn = ownApplications(named);
  return objects.flatMap((object) => {
    // A chart may leave the namespace to whoever delivers it.
    const one = ours.get(idOf(object)) ?? ours.get(idOf({ ...object, namespace: '' }));
    if (one === undefined) return [];
    const application = isOwn(object.application) ? undefined : object.application;
    const lost = lostOf(object, one, application);
    if (lost.length === 0) return [];
    const by = application === undefined ? 'kubectl apply' : `Application ${application}`;
    const found = `applied by ${by}; the fleet takes off ${list(lost)}`;
    return [
      issue('APPLIED_BY_OTHERS', {
        path: placeOf(named, object),
        found,
        fix: fixOf(named, object),
        clusters: [cluster],
      }),
    ];
  });
}

function lostOf({ parts }: SeenObject, one: WrittenObject, application: string | undefined): readonly string[] {
  if (parts === undefined) return [];
  const { all, clientSide } = parts;
  // What another Application applied server side is its affair alone to say: all that is there may be from it.
  const applied = application !== undefined && clientSide.length === 0 ? all : clientSide;
  return applied.filter((part) => all.includes(part) && one.parts?.all.includes(part) !== true);
}

function fixOf({ seen }: Named, { kind, name }: SeenObject): string {
  return kind === 'Namespace'
    ? `List ${name} in \`namespaces\` of Cluster ${seen.name}.`
    : 'Describe the Service without `selector` and with `writeLabels: false`, and have the labels in its manifest.';
}

/** Those that deliver the cluster's directory: ours by name, and whichever has its Links. */
function ownApplications({ seen }: Named): (application: string | undefined) => boolean {
  const links = new Set(seen.objects.filter(({ kind }) => kind === 'Link').map(({ application }) => application));
  // Argo CD puts the namespace of an Application before its name where that is not its own: `teams_linkerd-crds-eu`.
  const ours = new RegExp(`^(?:[^_]*_)?linkerd-(?:crds|control-plane|multicluster|cluster)-${seen.name}$`);
  return (application) => application === undefined || links.has(application) || ours.test(application);
}
