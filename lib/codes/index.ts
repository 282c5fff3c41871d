/** The closed set of issue codes, one table per area. `docs/errors.md` is written from it. */
import { assertions } from './assert';
import { ownPolicies } from './beside';
import { cmp } from './cmp';
import { constructs } from './constructs';
import { credentials } from './credentials';
import { delivery } from './delivery';
import type { CodeEntry } from './entry';
import { gateways } from './gateways';
import { generator } from './generator';
import { identity } from './identity';
import { input } from './input';
import { kubeconfig } from './kubeconfig';
import { mint } from './mint';
import { names } from './names';
import { networks } from './networks';
import { observability } from './observability';
import { oidc } from './oidc';
import { orphans } from './orphans';
import { output } from './output';
import { owners } from './owners';
import { policy } from './policy';
import { prune } from './prune';
import { removal } from './removal';
import { rotation } from './rotation';
import { services } from './services';
import { topology } from './topology';
import { transition } from './transition';
import { trust } from './trust';
import { usage } from './usage';
import { values } from './values';
import { versions } from './versions';

const TABLES = {
  ...input,
  ...names,
  ...topology,
  ...networks,
  ...gateways,
  ...services,
  ...policy,
  ...assertions,
  ...ownPolicies,
  ...observability,
  ...owners,
  ...identity,
  ...trust,
  ...mint,
  ...credentials,
  ...oidc,
  ...kubeconfig,
  ...transition,
  ...removal,
  ...prune,
  ...orphans,
  ...rotation,
  ...versions,
  ...values,
  ...constructs,
  ...delivery,
  ...cmp,
  ...generator,
  ...output,
  ...usage,
};

/** Every code there is. */
export type IssueCode = keyof typeof TABLES;

/** The table, by code. */
export const CODES: Readonly<Record<IssueCode, CodeEntry>> = TABLES;
