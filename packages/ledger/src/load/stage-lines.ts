import type { TenantTransaction } from '@shelfcast/database';
import { type Day, formatDay, type RejectedRow, type SaleLine, uploadErrors } from '@shelfcast/domain';
import { appendLines } from './append-lines.ts';
import type { CodeBook } from './code-book.ts';
import { type CopyText, copyRows, copyText } from './copy-text.ts';
import { LineNumbers, type NumberedLine } from './number-lines.ts';
import type { SeenKeys } from './seen-keys.ts';

/**
 * The sale lines of one transaction. They arrive in a temporary table (COPY into a table under row-level security is refused) and
 * are appended to the ledger together.
 */
export class StagedLines {
  readonly #tx: TenantTransaction;
  readonly #codes: CodeBook;
  readonly #numbers: LineNumbers;
  readonly #dayTexts = new Map<Day, string>();
  #begun = false;
  #maybeEarlier = false;
  #numberedByFile = false;

  constructor(tx: TenantTransaction, codes: CodeBook, seen: SeenKeys) {
    this.#tx = tx;
    this.#codes = codes;
    this.#numbers = new LineNumbers(codes, seen);
  }

  /** Adds lines, numbered among their equals. Returns those whose order has their line number already: they are left out. */
  async add(lines: readonly SaleLine[]): Promise<RejectedRow[]> {
    if (lines.length === 0) return [];
    const { numbered, doubled } = this.#numbers.number(lines);
    if (!this.#begun) await this.#tx.query(ARRIVING);
    this.#begun = true;
    this.#maybeEarlier ||= numbered.some(({ maybeEarlier }) => maybeEarlier);
    this.#numberedByFile ||= numbered.some(({ line }) => line.line !== null);
    await this.#tx.copyFrom(
      'COPY pg_temp.arriving FROM STDIN',
      copyRows(numbered, (row) => this.#serialise(row)),
    );
    return doubled.map(({ row, line }) => doubledRow(row, line!));
  }

  /** Appends what was added. Returns the lines whose line number an earlier transaction has brought: they are left out. */
  async append(target: { readonly importId: number; readonly sourceId: number }): Promise<RejectedRow[]> {
    if (!this.#begun) return [];
    const left = await appendLines(this.#tx, target, {
      maybeEarlier: this.#maybeEarlier,
      numberedByFile: this.#numberedByFile,
    });
    return left.map(({ row_no, line_code }) => doubledRow(row_no, line_code));
  }

  #serialise({ line, nth, maybeEarlier }: NumberedLine): string {
    const codes = this.#codes;
    const returned = line.returnedOn === null ? '\\N' : this.#dayText(line.returnedOn);
    return `${line.row}\t${nth}\t${maybeEarlier ? 't' : 'f'}\t${codes.seriesId(line)}\t${codes.productId(
      line.product,
    )}\t${this.#dayText(line.soldOn)}\t${returned}\t${line.units}\t${line.revenue ?? '\\N'}\t${copyText(
      line.unit,
    )}\t${orNull(line.currency)}\t${orNull(line.order)}\t${orNull(line.line)}\n`;
  }

  #dayText(day: Day): string {
    let text = this.#dayTexts.get(day);
    if (text === undefined) {
      text = formatDay(day);
      this.#dayTexts.set(day, text);
    }
    return text;
  }
}

const ARRIVING = `CREATE TEMPORARY TABLE arriving (
  row_no integer NOT NULL, nth integer NOT NULL, maybe_earlier boolean NOT NULL, series_id bigint NOT NULL,
  product_id bigint NOT NULL, sold_on date NOT NULL, returned_on date, units double precision NOT NULL,
  revenue numeric, unit text NOT NULL, currency text, order_code text, line_code text) ON COMMIT DROP`;

function orNull(text: string | null): CopyText {
  return text === null ? '\\N' : copyText(text);
}

function doubledRow(row: number, line: string): RejectedRow {
  return {
    row,
    field: 'line',
    value: line,
    cause: uploadErrors.duplicate_line.code,
    remedy: 'Keep the row that is right; the first of them was loaded.',
  };
}
