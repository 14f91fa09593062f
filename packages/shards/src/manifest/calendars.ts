/**
 * Columns that many series have in common: holidays, the retailer's events. They stand in the manifest once, not in the shard
 * files a row each; a shard file says which calendar a series follows. Sparse: what is not listed is zero.
 */
export interface RunCalendars {
  /** Columns, the same ones in every calendar. */
  readonly names: readonly string[];
  /** The period that places count from: the run's first. */
  readonly first: number;
  /** Periods, history and horizon. */
  readonly length: number;
  /** By calendar and column: place and value of what is not zero. */
  readonly calendars: readonly (readonly (readonly (readonly [place: number, value: number])[])[])[];
}

/** The calendars as arrays, one after the other in each column: calendar c begins at c × length. */
export function calendarArrays({ names, length, calendars }: RunCalendars): Float64Array[] {
  return names.map((_, n) => {
    const column = new Float64Array(calendars.length * length);
    calendars.forEach((columns, c) => {
      for (const [place, value] of columns[n]) column[c * length + place] = value;
    });
    return column;
  });
}
