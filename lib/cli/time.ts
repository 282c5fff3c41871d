/** Times on the command line. */
import { FleetError, issue } from '../errors';

const HOUR = 3_600_000;
const UNITS: Readonly<Record<string, number>> = { h: HOUR, d: 24 * HOUR };

/** `--now` in milliseconds since the epoch; the clock, where it is not given. @throws USAGE */
export function timeOf(now: unknown): number {
  if (now === undefined) return Date.now();
  const time = Date.parse(String(now));
  if (!Number.isNaN(time)) return time;
  const allowed = 'a time such as 2026-12-31T00:00:00Z';
  throw new FleetError([issue('USAGE', { path: '--now', found: JSON.stringify(now), allowed })]);
}

/** `--window` in milliseconds; 14 days, where it is not given. @throws USAGE */
export function windowOf(window: unknown = '14d'): number {
  const [, amount, unit = ''] = /^(\d{1,5})([dh])$/.exec(String(window)) ?? [];
  if (amount !== undefined) return Number(amount) * (UNITS[unit] as number);
  throw new FleetError([
    issue('USAGE', { path: '--window', found: JSON.stringify(window), allowed: 'days or hours, such as 14d or 48h' }),
  ]);
}

/** A whole number of days, at least one. @throws USAGE */
export function daysOf(flag: string, given: unknown, otherwise: number): number {
  if (given === undefined) return otherwise;
  if (/^[1-9]\d{0,4}$/.test(String(given))) return Number(given);
  const allowed = 'whole days, from 1 to 99999';
  throw new FleetError([issue('USAGE', { path: `--${flag}`, found: JSON.stringify(given), allowed })]);
}
