import { CODES, type IssueCode } from '../../codes';
import type { Issue } from '../../errors';
import { hintOf } from './linkerd-json';

/** Issues as SARIF 2.1.0, for code scanning: one rule per code, a location where the description is data. */
export function sarif(issues: readonly Issue[], version: string): string {
  const codes = [...new Set(issues.map((i) => i.code))].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'linkerd-fleet', version, rules: codes.map((code) => rule(code, issues)) } },
        results: issues.map(result),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function rule(code: IssueCode, issues: readonly Issue[]): unknown {
  const { why, fix, allowed } = CODES[code];
  return {
    id: code,
    shortDescription: { text: `Allowed: ${allowed}` },
    fullDescription: { text: why },
    help: { text: fix },
    helpUri: hintOf(issues.find((i) => i.code === code) as Issue),
  };
}

function result(i: Issue): unknown {
  return {
    ruleId: i.code,
    level: i.severity,
    message: { text: `${i.path}: found ${i.found}; allowed: ${i.allowed}. ${i.why} Fix: ${i.fix}` },
    locations: [
      {
        logicalLocations: [{ fullyQualifiedName: i.path }],
        ...(i.source
          ? {
              physicalLocation: {
                artifactLocation: { uri: i.source.file.split('/').map(encodeURIComponent).join('/') },
                region: { startLine: i.source.line },
              },
            }
          : {}),
      },
    ],
  };
}
