import type { IConstruct } from 'constructs';
import { FleetError, issue } from '../errors';

/** Runs the validations that an author put on constructs, once. @throws CONSTRUCT_INVALID naming each construct */
export function validateTree(root: IConstruct, cluster: string): void {
  const issues = root.node
    .findAll()
    .flatMap((node) =>
      node.node
        .validate()
        .map((message) =>
          issue('CONSTRUCT_INVALID', {
            path: `Cluster/${cluster} ${node.node.path}`,
            found: message,
            clusters: [cluster],
          }),
        ),
    );
  if (issues.length > 0) throw new FleetError(issues);
}
