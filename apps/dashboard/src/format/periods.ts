/** How often a series has a value: by day, by week (Monday), by month (the first). */
export type Frequency = 'D' | 'W' | 'M';

const DAY_MS = 86_400_000;

/** A calendar day as an instant, at midnight UTC. */
export const instantOf = (day: string): number => Date.parse(`${day.slice(0, 10)}T00:00:00Z`);

export const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

/** The period `steps` after the one that starts at `day`. */
export function stepPeriods(day: string, steps: number, frequency: Frequency): string {
  if (frequency === 'M') {
    const date = new Date(instantOf(day));
    return dayOf(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + steps, 1));
  }
  return dayOf(instantOf(day) + steps * (frequency === 'W' ? 7 : 1) * DAY_MS);
}

/** Instants (seconds, as uPlot wants them) of `count` periods from `day` on. */
export function periodSeconds(day: string, count: number, frequency: Frequency): number[] {
  const seconds = new Array<number>(count);
  const start = instantOf(day) / 1000;
  for (let i = 0; i < count; i++) {
    seconds[i] =
      frequency === 'M'
        ? instantOf(stepPeriods(day, i, frequency)) / 1000
        : start + i * (frequency === 'W' ? 7 : 1) * 86_400;
  }
  return seconds;
}

const names = { D: ['day', 'days'], W: ['week', 'weeks'], M: ['month', 'months'] } as const;

/** "day" or "28 days". */
export const periodName = (frequency: Frequency) => names[frequency][0];
export const periodsName = (count: number, frequency: Frequency) =>
  `${count} ${names[frequency][count === 1 ? 0 : 1]}`;
