/** What live pods show of their bundle. */
import type { TrustModel } from '../../model/types';
import { bundleSha256 } from '../../trust';

/**
 * The annotation `linkerd.io/trust-root-sha256` of pods that the injector made with this bundle (linkerd2
 * controller/proxy-injector/webhook.go: the SHA-256 of the file in ConfigMap linkerd-identity-trust-roots). trust-manager writes
 * the canonical bytes; the chart ends them with a newline.
 */
export const podsShow = ({ bundle, delivery }: Pick<TrustModel, 'bundle' | 'delivery'>): string =>
  bundleSha256(delivery === 'helm' ? `${bundle}\n` : bundle);
