/** The description that a server follows: its files are looked at, and read elsewhere when they are others. */
import { firstServed, nextServed, type Served } from '../../delivery/generator/served';
import { isDue, type Seen } from '../../delivery/generator/watch';
import { indexIn, lookAt, type Reading, readElsewhere } from './generator-read';

/** A description that is followed. */
export interface Followed {
  /** The newest that was good. */
  readonly served: () => Served;
  /** Looks at the files, and reads them where that is due. */
  readonly look: () => void;
  /** Reads them now; once more after it, where they are being read. */
  readonly reload: () => void;
  /** Ends reading. */
  readonly stop: () => void;
}

/**
 * Reads the description at `path` and follows it.
 *
 * @param onServed hears of each later reading
 * @throws FleetError where it cannot be served
 */
export async function followed(
  path: string,
  maxRemovals: number | undefined,
  onServed: (served: Served) => void,
): Promise<Followed> {
  const first = await readElsewhere(path).reading;
  let served = firstServed({ load: () => indexIn(first), now: Date.now });
  let [seen, named] = [seenAt(first), first.named];
  let stopped = false;
  const reader = oneAtATime(path, (reading) => {
    if (stopped) return;
    served = nextServed(served, { load: () => indexIn(reading), now: Date.now, maxRemovals });
    [seen, named] = [seenAt(reading), reading.named];
    onServed(served);
  });
  return {
    served: () => served,
    look() {
      if (reader.isReading()) return;
      const now = lookAt(path, named);
      if (isDue(seen, now, served.problems.length > 0, Date.now())) reader.read();
      else seen = { ...seen, now };
    },
    reload: reader.read,
    stop() {
      stopped = true;
      reader.stop();
    },
  };
}

const seenAt = ({ read }: Reading): Seen => ({ read, now: read, readAt: Date.now() });

function oneAtATime(path: string, onReading: (reading: Reading) => void) {
  let current: ReturnType<typeof readElsewhere> | undefined;
  let again = false;
  const read = () => {
    again = current !== undefined;
    if (again) return;
    current = readElsewhere(path);
    void current.reading.then((reading) => {
      current = undefined;
      // Somebody knows of something newer: what was read may be half of it.
      if (again) read();
      else onReading(reading);
    });
  };
  return { read, isReading: () => current !== undefined, stop: () => current?.stop() };
}
