/** Warnings that a fleet accepts must be warnings that there are. */
import { CODES, type IssueCode } from '../../codes';
import { WARNINGS } from '../../codes/warnings';
import { issue } from '../../errors';
import { at } from '../../fleet/description';
import { nearest } from '../../nearest';
import type { Rule } from './rule';

/** Accepting what does not exist hides a misspelling; accepting an error would write what Linkerd refuses. */
export const accepted: Rule = {
  codes: ['ACCEPT_UNKNOWN', 'ACCEPT_ERROR'],
  check: ({ spec }) =>
    (spec.accept ?? []).flatMap((code, i) => {
      if (WARNINGS.has(code)) return [];
      const path = `${at.fleet}.spec.accept[${i}]`;
      if (!Object.hasOwn(CODES, code)) {
        const near = nearest(code, Object.keys(CODES));
        return [issue('ACCEPT_UNKNOWN', { path, found: JSON.stringify(code), fix: near && `Did you mean ${near}?` })];
      }
      return CODES[code as IssueCode].severity === 'warning' ? [] : [issue('ACCEPT_ERROR', { path, found: code })];
    }),
};
