/** Has Argo CD look at its sources when a test wants it to, and not when its time has come. */
import { type Kube, KubeError, type KubeObject } from './kube';
import { NAMESPACE, reference } from './reference';
import { until } from './wait';

const REFRESH = 'argocd.argoproj.io/refresh';
/** Annotation that has the ApplicationSet controller look; it takes it away again. */
export const REFRESH_SET = 'argocd.argoproj.io/application-set-refresh';

const annotate = (kube: Kube, key: string, value: string | null) => async (object: KubeObject) => {
  try {
    await kube.patch(object, { metadata: { annotations: { [key]: value } } });
  } catch (error) {
    if (!(error instanceof KubeError && error.status === 404)) throw error; // deleted in the meantime
  }
};

/** Has every Application and ApplicationSet look at its source now. */
export async function refresh(kube: Kube, how = 'normal'): Promise<void> {
  const sets = await kube.list('argoproj.io/v1alpha1', 'ApplicationSet', NAMESPACE);
  // The controller takes it away where it succeeds only, and looks at a set when it is new.
  await Promise.all(sets.map(annotate(kube, REFRESH_SET, null)));
  await Promise.all(sets.map(annotate(kube, REFRESH_SET, 'true')));
  const applications = await kube.list('argoproj.io/v1alpha1', 'Application', NAMESPACE);
  await Promise.all(applications.map(annotate(kube, REFRESH, how)));
}

/** Milliseconds between two refreshes of an Application that is waited for. */
const AGAIN = 3000;

/** What a status has to be. @throws otherwise */
export type Assert = (status: KubeObject['status']) => Promise<void> | void;

/** Waits until the status of an Application passes, and has it look again now and then while it does not. */
export async function settles(kube: Kube, name: string, assert: Assert): Promise<void> {
  let looked = Date.now();
  const ask = async () => {
    const application = await kube.get(reference('Application', name));
    try {
      await assert(application?.['status']);
      return true;
    } catch (error) {
      if (application !== undefined && Date.now() - looked > AGAIN) {
        looked = Date.now();
        await annotate(kube, REFRESH, 'normal')(application);
      }
      throw error;
    }
  };
  await until(`Application ${name} to settle`, ask, { seconds: 240, every: 250 });
}

/**
 * The same, and waits until each has looked: the controllers take the annotation away when they are done, that of sets only on
 * success.
 */
export async function look(kube: Kube, how?: 'normal' | 'hard'): Promise<void> {
  await refresh(kube, how);
  const waits = ({ metadata }: KubeObject, key: string) => metadata.annotations?.[key] !== undefined;
  await until('every Application and ApplicationSet to have looked', async () => {
    const sets = await kube.list('argoproj.io/v1alpha1', 'ApplicationSet', NAMESPACE);
    const applications = await kube.list('argoproj.io/v1alpha1', 'Application', NAMESPACE);
    const left = [
      ...sets.filter((set) => waits(set, REFRESH_SET) && !isFailed(set)),
      ...applications.filter((application) => waits(application, REFRESH)),
    ];
    if (left.length > 0) throw new Error(left.map(({ kind, metadata }) => `${kind} ${metadata.name}`).join(', '));
    return true;
  });
}

/** Whether an ApplicationSet shows an error. */
export const isFailed = ({ status }: KubeObject): boolean =>
  (status?.conditions ?? []).some(
    (c: { type: string; status: string }) => c.type === 'ErrorOccurred' && c.status === 'True',
  );
