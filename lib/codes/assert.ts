import { codes } from './entry';

/** What a fleet says must stay true of who may call whom. */
export const assertions = codes({
  ASSERT_FORM: {
    allowed: '`only` or `never`; accounts with their namespace, addresses on their own, a Service with its namespace',
    why: 'What the assertion says is not clear, and a check that means something else is worse than none.',
    fix: 'Write one of `only` and `never`, add the namespace, and write callers known by address as an entry of their own.',
  },
  ASSERT_NOTHING: {
    allowed: 'a Service, and ports of it, that some of the clusters have',
    why: 'The assertion is about nothing, and holds whatever becomes of the policies.',
    fix: 'Correct the name; or remove the assertion together with what it was about.',
  },
  ASSERT_BROKEN: {
    allowed: 'policies that keep to the assertions of the fleet',
    why: 'The caller gets in, by a path that packets have and with an identity that the policy admits.',
    fix: 'Narrow what lets it in; or change the assertion, which is a decision for those who own it: `exceptProbes: true` leaves out what `probePaths` opens to everybody.',
  },
});
