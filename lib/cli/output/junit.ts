import type { Issue } from '../../errors';

/** Issues as JUnit XML: a test case per cause, failed for an error; warnings pass and say so in their output. */
export function junit(issues: readonly Issue[], fleet: string): string {
  const failures = issues.filter((i) => i.severity === 'error').length;
  const cases =
    issues.length === 0
      ? [`    <testcase classname="${xml(fleet)}" name="fleet"/>`]
      : issues.map((i) => testCase(i, fleet));
  const tests = Math.max(1, issues.length);
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites tests="${tests}" failures="${failures}">
  <testsuite name="linkerd-fleet check" tests="${tests}" failures="${failures}">
${cases.join('\n')}
  </testsuite>
</testsuites>
`;
}

function testCase(i: Issue, fleet: string): string {
  const text = xml(`found: ${i.found}\nallowed: ${i.allowed}\nwhy: ${i.why}\nfix: ${i.fix}`);
  const body =
    i.severity === 'error'
      ? `<failure type="${i.code}" message="${xml(i.found)}">${text}</failure>`
      : `<system-out>${text}</system-out>`;
  return `    <testcase classname="${xml(fleet)}" name="${xml(`${i.code} ${i.path}`)}">${body}</testcase>`;
}

/** Characters that XML 1.0 forbids are replaced: names may be anything. */
function xml(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
