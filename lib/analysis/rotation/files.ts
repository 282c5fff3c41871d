/** Tokens that travel in files beside the description: a person writes those anew between the mint and the load. */
import { EPOCH_ANNOTATION, fileWay, readCredentialFile } from '../../model/credentials/files';
import { isPlain } from '../../model/inherit';
import type { Edge, FleetModel } from '../../model/types';
import { linkAccountName, tokenSecretName } from '../../plan/credential-names';
import { planLink } from '../../plan/link';

/** Files of one Link to be written anew, and committed. */
export interface Written {
  /** The Link, as `source->target`. */
  readonly link: string;
  /** Reads the token from the target and writes the files. */
  readonly command: string;
}

/**
 * How the files of Links come to hold a token; nothing for Links whose tokens go another way.
 *
 * @param description the fleet as it was named; @default - the one of the working directory
 */
export function filesFor(edges: readonly Edge[], epoch: number, description?: string): readonly Written[] {
  const named = description === undefined ? '' : ` ${quotedWord(description)}`;
  return edges.flatMap((edge) => {
    const way = fileWay(edge);
    if (way === undefined) return [];
    const { source, target } = edge;
    const secret = tokenSecretName(linkAccountName(source.name), epoch);
    const get = `kubectl --context ${target.name} -n ${target.linkerd.multiclusterNamespace} get secret ${secret} -o json`;
    const link = `${source.name}->${target.name}`;
    const verb = way.kind === 'sops' ? 'encrypt' : 'seal';
    return [{ link, command: `${get} | linkerd-fleet credentials ${verb}${named} --link '${link}'` }];
  });
}

/** A word of a shell. */
const quotedWord = (text: string) => (/^[\w./@:-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);

/** The epoch that all files of a Link have reached, 0 where one is missing or wrong; nothing where no file carries its token. */
export function heldInFiles(fleet: FleetModel, edge: Edge): number | undefined {
  if (fileWay(edge) === undefined) return undefined;
  const epochs = planLink(edge).credentials.namespaces.map((namespace) => {
    const metadata = readCredentialFile(fleet, edge, namespace).found?.document['metadata'];
    const annotations = isPlain(metadata) ? metadata['annotations'] : undefined;
    return isPlain(annotations) ? Number(annotations[EPOCH_ANNOTATION]) : 0;
  });
  return Math.min(...epochs);
}
