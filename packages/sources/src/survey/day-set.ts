import type { Day } from '@shelfcast/domain';

/** Bytes that a set begins with, and grows by at the least: some months to either side of the first day. */
const MARGIN_BYTES = 32;

/** A set of days, a bit each from shortly before its first to shortly behind its last. */
export class DaySet {
  /** Smallest and largest; Infinity and −Infinity while it is empty. */
  first: Day = Number.POSITIVE_INFINITY;
  last: Day = Number.NEGATIVE_INFINITY;
  /** Day of the first bit, over 8. */
  #from = 0;
  #bits = new Uint8Array(0);

  add(day: Day): void {
    const byte = day >> 3;
    if (byte < this.#from || byte >= this.#from + this.#bits.length) this.#growTo(byte);
    this.#bits[byte - this.#from] |= 1 << (day & 7);
    if (day < this.first) this.first = day;
    if (day > this.last) this.last = day;
  }

  /** The next day of the set behind `day`, which is one of it; undefined behind the last. */
  after(day: Day): Day | undefined {
    for (let next = day + 1; next <= this.last; next++) {
      const byte = this.#bits[(next >> 3) - this.#from];
      // Eight empty days at a time: between a typing error and the sales there may be thirty years.
      if (byte === 0) next |= 7;
      else if ((byte & (1 << (next & 7))) !== 0) return next;
    }
    return undefined;
  }

  /** Makes room around `byte`, by half at least, so that a file in any order is seldom copied. */
  #growTo(byte: number): void {
    const room = MARGIN_BYTES + (this.#bits.length >> 1);
    const isEmpty = this.#bits.length === 0;
    const from = isEmpty || byte < this.#from ? byte - room : this.#from;
    const end = Math.max(isEmpty ? byte : this.#from + this.#bits.length, byte + room);
    const bits = new Uint8Array(end - from);
    bits.set(this.#bits, isEmpty ? 0 : this.#from - from);
    this.#bits = bits;
    this.#from = from;
  }
}
