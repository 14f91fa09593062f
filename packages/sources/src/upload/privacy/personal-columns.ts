import type { PersonalColumn, PersonalKind } from '@shelfcast/domain';
import { isPersonalColumn } from '../personal.ts';
import { personalIn } from './patterns.ts';
import { soundsLikeAddress, soundsLikePerson } from './people.ts';

/** Of its filled cells, how many make a column one about people. Forms that nothing else has need few; names need many. */
const ENOUGH: Readonly<Record<PersonalKind, number>> = {
  name: 0,
  'e-mail': 0.05,
  iban: 0.05,
  card: 0.2,
  phone: 0.2,
  address: 0.2,
  person: 0.3,
};
/** Fewer filled cells than these say nothing of people's names, as one product may well be called after somebody. */
const FEWEST_NAMES = 5;

interface Column {
  readonly name: string;
  readonly at: number;
  filled: number;
  readonly found: Map<PersonalKind, number>;
}

/**
 * Tells which columns of a file are about people: by their names, and by what stands in some of their rows. Columns from which
 * sales are read are never among them, whatever they hold.
 */
export class PersonalColumns {
  readonly #why = new Map<string, PersonalKind>();
  readonly #watched: Column[] = [];

  /** @param needed columns that hold what a sale is made of */
  constructor(columns: readonly string[], needed: ReadonlySet<string>) {
    columns.forEach((name, at) => {
      if (needed.has(name)) return;
      if (isPersonalColumn(name)) this.#why.set(name, 'name');
      else this.#watched.push({ name, at, filled: 0, found: new Map() });
    });
  }

  /** Looks at some rows. */
  look(rows: Iterable<readonly string[]>): void {
    for (const fields of rows)
      for (const column of this.#watched) {
        const cell = fields[column.at]?.trim() ?? '';
        if (cell === '') continue;
        column.filled++;
        const kind =
          personalIn(cell) ??
          (soundsLikeAddress(cell) ? 'address' : soundsLikePerson(cell) ? 'person' : undefined);
        if (kind) column.found.set(kind, (column.found.get(kind) ?? 0) + 1);
      }
    for (const { name, filled, found } of this.#watched)
      for (const [kind, cells] of found)
        if (cells >= ENOUGH[kind] * filled && (kind !== 'person' || cells >= FEWEST_NAMES))
          if (!this.#why.has(name)) this.#why.set(name, kind);
  }

  has(column: string): boolean {
    return this.#why.has(column);
  }

  /** Where they stand in `columns`. */
  places(columns: readonly string[]): number[] {
    return columns.flatMap((column, at) => (this.#why.has(column) ? [at] : []));
  }

  /** Those of `columns`, in their order. */
  among(columns: readonly string[]): PersonalColumn[] {
    return columns.flatMap((column) => {
      const why = this.#why.get(column);
      return why ? [{ column, why }] : [];
    });
  }
}
