import { type Day, type ErrorKind, uploadErrors } from '@shelfcast/domain';
import { codeFault, readCode, readName } from '../layouts/check-code.ts';
import { dayFault } from '../layouts/check-day.ts';
import type { ReadingContext } from '../layouts/layout.ts';
import { MAX_AMOUNT } from '../limits.ts';
import { dayReader } from '../values/read-day.ts';
import { readDecimal } from '../values/read-number.ts';
import { readYesNo } from '../values/read-yes-no.ts';
import type { Found } from './fact-kind.ts';

/** Why a row states nothing: thrown within a reader, and caught where the row is accounted for. */
export class Refused {
  readonly kind: ErrorKind;
  readonly column: string;
  readonly value: string;

  constructor(kind: ErrorKind, column: string, value: string) {
    this.kind = kind;
    this.column = column;
    this.value = value;
  }
}

/** From here on a year means “for ever”: 31.12.9999, 2099-12-31. */
const FOR_EVER = /(?:^|\D)(?:9999|2[1-9]\d\d|209\d)(?:\D|$)/;

/** The cells of a row by their meaning. What is wrong with one is thrown as `Refused`. */
export class Cells {
  readonly #columns: readonly string[];
  readonly #at: ReadonlyMap<string, number>;
  readonly #comma: ReadingContext['comma'];
  readonly #today: Day;
  readonly #readDay: (text: string) => Day | undefined;

  constructor(found: Found, { columns, comma, dateOrder, today }: ReadingContext) {
    this.#columns = columns;
    this.#at = new Map(Object.entries(found).map(([meaning, name]) => [meaning, columns.indexOf(name)]));
    this.#comma = comma;
    this.#today = today;
    this.#readDay = dayReader(dateOrder);
  }

  has(meaning: string): boolean {
    return (this.#at.get(meaning) ?? -1) >= 0;
  }

  /** Whether a column of the file has a meaning of its own. */
  isMeant(column: string): boolean {
    return [...this.#at.values()].includes(this.#columns.indexOf(column));
  }

  /** Trimmed; '' where the file has no such column. */
  text(fields: readonly string[], meaning: string): string {
    const at = this.#at.get(meaning) ?? -1;
    return at < 0 ? '' : fields[at].trim();
  }

  /** A code that has to be there. */
  code(fields: readonly string[], meaning: string): string {
    const code = readCode(this.text(fields, meaning));
    const wrong = codeFault(code);
    if (wrong) throw this.refused(fields, meaning, wrong);
    return code;
  }

  codeOrNull(fields: readonly string[], meaning: string): string | null {
    return this.text(fields, meaning) === '' ? null : this.code(fields, meaning);
  }

  name(fields: readonly string[], meaning: string): string | null {
    return readName(this.text(fields, meaning));
  }

  /** The number in a cell, or in the part of its `text` that is one; null where it is empty. */
  number(fields: readonly string[], meaning: string, text = this.text(fields, meaning)): number | null {
    if (text === '') return null;
    const value = Number(readDecimal(text, this.#comma) ?? Number.NaN);
    if (Number.isNaN(value)) throw this.refused(fields, meaning, uploadErrors.not_a_number);
    if (Math.abs(value) > MAX_AMOUNT) throw this.refused(fields, meaning, uploadErrors.implausible_number);
    return value;
  }

  yesNo(fields: readonly string[], meaning: string): boolean | null {
    const text = this.text(fields, meaning);
    if (text === '') return null;
    const said = readYesNo(text);
    if (said === undefined) throw this.refused(fields, meaning, uploadErrors.not_yes_or_no);
    return said;
  }

  /** A day, `planned` ones some years ahead; null where the cell is empty. */
  day(fields: readonly string[], meaning: string, planned: 'planned' | 'past'): Day | null {
    const text = this.text(fields, meaning);
    if (text === '') return null;
    const day = this.#readDay(text);
    const wrong = dayFault(day, this.#today, planned === 'planned');
    if (wrong) throw this.refused(fields, meaning, wrong);
    return day!;
  }

  /** The last day of a stretch that began on `from`; null where it is open: empty, or the year in which systems say “never”. */
  lastDay(fields: readonly string[], meaning: string, from: Day, planned: 'planned' | 'past'): Day | null {
    if (planned === 'planned' && FOR_EVER.test(this.text(fields, meaning))) return null;
    const to = this.day(fields, meaning, planned);
    if (to !== null && to < from) throw this.refused(fields, meaning, uploadErrors.ends_before_it_begins);
    return to;
  }

  refused(fields: readonly string[], meaning: string, kind: ErrorKind): Refused {
    const at = this.#at.get(meaning) ?? -1;
    return new Refused(kind, this.#columns[at] ?? meaning, fields[at] ?? '');
  }
}
