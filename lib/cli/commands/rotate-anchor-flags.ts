import type { Flag } from '../command';

/** Flags of `rotate anchor` alone. */
export const ANCHOR_FLAGS: Readonly<Record<string, Flag>> = {
  stage: {
    type: 'string',
    value: 'STAGE',
    choices: ['distribute', 'issue', 'retire'],
    help: 'anchor: the stage to make the edit for',
  },
  to: {
    type: 'string',
    value: 'FILE',
    help: 'anchor: the new trust anchor; without it, the one that became valid last',
  },
  from: {
    type: 'string',
    value: 'FILE',
    help: 'anchor: the trust anchors that go; without it, all but the new one',
  },
  'issuer-ref': {
    type: 'string',
    value: 'NAME',
    help: 'anchor, stage issue: issuerRef.name of the issuer that signs by the new anchor',
  },
  'issuer-certificates': {
    type: 'string',
    value: 'FILE',
    help: 'anchor, stage issue: public certificate of the new issuer, or of its CA; {cluster} stands for the name',
  },
};
