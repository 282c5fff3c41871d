/** Times on the command line. */
import { FleetError, issue } from '../errors';

const HOUR = 3_600_000;
const UNITS: Readonly<Record<string, number>> = { h: HOUR, d: 24 * HOUR };

/** `--now` in milliseconds since the epoch; the clock, where it is not given. @throws USAGE */
export function timeOf(now: unknown): number {
  if (now === undefined) return Date.now();
  const [, year, month, day] = RFC_3339.exec(String(now)) ?? [];
  const time =
    day === undefined || !isDay(Number(year), Number(month), Number(day)) ? Number.NaN : Date.parse(String(now));
  if (!Number.isNaN(time)) return time;
  const allowed = 'a time such as 2026-12-31T00:00:00Z';
  throw new FleetError([issue('USAGE', { path: '--now', found: JSON.stringify(now), allowed })]);
}

/** With its zone: without, it would be another time on another machine. */
const RFC_3339 = /^(\d{4})-(\d\d)-(\d\d)T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

/** JavaScript takes the 30th of February for the 2nd of March. */
const isDay = (year: number, month: number, day: number) =>
  new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;

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
