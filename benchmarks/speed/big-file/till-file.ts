import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';

export interface TillFile {
  readonly rows: number;
  /** Whether the till numbers its receipts; without it a row is a product, a store and a moment. */
  readonly receipts: boolean;
  readonly seed: number;
}

/** What was written, by the generator's own account: what a reader of the file must find. */
export interface Written {
  readonly bytes: number;
  /** Rows whose quantity is no number. */
  readonly faulty: number;
  /** Of the other rows: sums, money in pence. */
  readonly units: number;
  readonly pence: number;
}

const STORES = 50;
const TILLS = 4;
const PRODUCTS = 10_000;
/** 2023-01-01; three years in a file of any size, so that a small one has the shape of a large one. */
const FIRST_DAY_MS = Date.UTC(2023, 0, 1);
const DAYS = 1_096;
/** Rows of a receipt are drawn between one and seven: four on average. */
const MOST_ROWS_A_RECEIPT = 7;
const OPENS_SECOND = 8 * 3600;
const OPEN_SECONDS = 12 * 3600;
/** A return in so many rows; a quantity that is no number in so many: what a real file has, and a reader must account for. */
const RETURN_EVERY = 500;
const FAULT_EVERY = 100_000;
const PIECE_CHARACTERS = 1 << 18;

/**
 * Writes the export of a retailer's tills as they make it: a row a receipt's line, by day, store and time, 66 bytes a row. The same
 * options give the same bytes. Memory does not grow with the rows.
 */
export async function writeTillFile(path: string, { rows, receipts, seed }: TillFile): Promise<Written> {
  const file = createWriteStream(path, { highWaterMark: 4 * PIECE_CHARACTERS });
  const random = parkMiller(seed);
  const prices = Array.from({ length: PRODUCTS }, () => 49 + (random() % 2_950));
  const codes = prices.map((_, product) => `P-${String(product).padStart(6, '0')}`);
  const stores = Array.from({ length: STORES }, (_, store) => `Store ${String(store + 1).padStart(3, '0')}`);
  const written = { bytes: 0, faulty: 0, units: 0, pence: 0 };
  let piece = `Date,Store,Till,${receipts ? 'Receipt number,' : ''}Product code,Quantity,Unit price,Net sales\r\n`;
  let receipt = 0;
  let row = 0;
  const write = async () => {
    written.bytes += piece.length;
    if (!file.write(piece, 'latin1')) await once(file, 'drain');
    piece = '';
  };
  const storeDays = STORES * DAYS;
  for (let storeDay = 0; storeDay < storeDays; storeDay++) {
    const store = storeDay % STORES;
    const day = new Date(FIRST_DAY_MS + Math.floor(storeDay / STORES) * 86_400_000)
      .toISOString()
      .slice(0, 10);
    const end = Math.round((rows * (storeDay + 1)) / storeDays);
    const first = row;
    while (row < end) {
      receipt++;
      const second = OPENS_SECOND + Math.floor((OPEN_SECONDS * (row - first)) / (end - first));
      const number = receipts ? `R${String(receipt).padStart(8, '0')},` : '';
      const head = `${day} ${clock(second)},${stores[store]},${1 + (random() % TILLS)},${number}`;
      const last = Math.min(end, row + 1 + (random() % MOST_ROWS_A_RECEIPT));
      for (; row < last; row++) {
        // The product of two even draws: few products sell much, most sell little.
        const product = Math.floor((random() % PRODUCTS) * ((random() % 65_536) / 65_536));
        const pieces = 1 + (random() % 8 === 0 ? random() % 5 : 0);
        const quantity = row % RETURN_EVERY === RETURN_EVERY - 1 ? -pieces : pieces;
        const fault = row % FAULT_EVERY === FAULT_EVERY - 1;
        const price = prices[product];
        piece += `${head}${codes[product]},${fault ? 'n/a' : quantity},${money(price)},${money(quantity * price)}\r\n`;
        if (fault) written.faulty++;
        else {
          written.units += quantity;
          written.pence += quantity * price;
        }
      }
      if (piece.length >= PIECE_CHARACTERS) await write();
    }
  }
  await write();
  file.end();
  await finished(file);
  return written;
}

/** Park and Miller's generator with the multiplier 48271: small, and the same everywhere. */
function parkMiller(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state;
  };
}

const two = (number: number): string => (number < 10 ? `0${number}` : String(number));

const clock = (second: number): string =>
  `${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`;

function money(pence: number): string {
  const whole = Math.trunc(Math.abs(pence) / 100);
  return `${pence < 0 ? '-' : ''}${whole}.${two(Math.abs(pence) % 100)}`;
}
