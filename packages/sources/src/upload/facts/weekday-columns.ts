import { plainName } from '../layouts/find-column.ts';
import type { RowPiece, Table } from '../table.ts';
import { unfold } from '../unfold.ts';
import { weekdayNamed } from '../values/weekday-names.ts';

/** Fewer columns that are named like weekdays are no week. */
const FEWEST_DAYS = 5;
const OPENING = /(opens?|opening|from|start|von|ab|öffnet)(time)?$/;
const CLOSING = /(closes?|closing|to|until|end|bis|schließt)(time)?$/;

/**
 * A table with a column a weekday (`Monday` … with hours in the cells, or `monday_open`, `monday_close` …) as one with a row a
 * weekday. Undefined where `table` is none.
 */
export function weekdayColumns(table: Table): Table | undefined {
  const whole = table.columns.flatMap((name, at) => {
    const weekday = weekdayNamed(plainName(name));
    return weekday === undefined ? [] : [{ at, stands: String(weekday) }];
  });
  if (whole.length >= FEWEST_DAYS) return unfold(table, { columns: whole, names: ['weekday', 'hours'] });
  const pairs = pairsOf(table.columns);
  if (pairs.length < FEWEST_DAYS) return undefined;
  const joined = joinPairs(table, pairs);
  const columns = pairs.map(({ weekday }, i) => ({
    at: joined.columns.length - pairs.length + i,
    stands: String(weekday),
  }));
  return unfold(joined, { columns, names: ['weekday', 'hours'] });
}

interface Pair {
  readonly weekday: number;
  readonly opens: number;
  readonly closes: number;
}

function pairsOf(columns: readonly string[]): Pair[] {
  const found = (side: RegExp) =>
    new Map(
      columns.flatMap((name, at) => {
        const plain = plainName(name);
        const weekday = side.test(plain) ? weekdayNamed(plain.replace(side, '')) : undefined;
        return weekday === undefined ? [] : [[weekday, at] as const];
      }),
    );
  const [opens, closes] = [found(OPENING), found(CLOSING)];
  return [...opens].flatMap(([weekday, at]) =>
    closes.has(weekday) ? [{ weekday, opens: at, closes: closes.get(weekday)! }] : [],
  );
}

/** The table with one column a pair at its end, in place of the two: `09:00–18:00`. */
function joinPairs(table: Table, pairs: readonly Pair[]): Table {
  const paired = new Set(pairs.flatMap(({ opens, closes }) => [opens, closes]));
  const kept = table.columns.map((_, at) => at).filter((at) => !paired.has(at));
  const columns = [
    ...kept.map((at) => table.columns[at]),
    ...pairs.map(({ weekday }) => `weekday ${weekday}`),
  ];
  const join = (fields: readonly string[]) => [
    ...kept.map((at) => fields[at] ?? ''),
    ...pairs.map(({ opens, closes }) =>
      // Both may say `closed`, which is said once.
      [...new Set([fields[opens] ?? '', fields[closes] ?? ''])]
        .filter((text) => text.trim() !== '')
        .join('–'),
    ),
  ];
  async function* pieces(after: number): AsyncGenerator<RowPiece> {
    for await (const piece of table.read(table.columns, after).pieces)
      yield { ...piece, rows: piece.rows.map(join) };
  }
  return {
    ...table,
    columns,
    sample: async (rows) => (await table.sample(rows)).map(join),
    read: (_select, after) => ({ columns, pieces: pieces(after) }),
  };
}
