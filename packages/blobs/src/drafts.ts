import type { BlobStat } from './blob-store.ts';

/** Blobs that arrive in pieces, in order, over days and restarts. Nobody sees one before it is finished. */
export interface Drafts {
  /** Bytes that may still be written. */
  free(): Promise<number>;
  /**
   * Writes `content` from byte `offset` on, in place of whatever lies beyond it, and returns where it ends. Should
   * `content` fail, what has come of it stays, and the failure is thrown. RangeError where the draft ends before `offset`.
   */
  write(
    key: string,
    offset: number,
    content: AsyncIterable<Uint8Array>,
    options: DraftWrite,
  ): Promise<number>;
  /** Makes it a blob, without copying. Once it is one, does nothing. RangeError where it has another number of bytes. */
  finish(key: string, bytes: number): Promise<BlobStat>;
  /** Nothing there is no error. */
  remove(key: string): Promise<void>;
}

export interface DraftWrite {
  /** Told now and then, and at the end: so many bytes in all outlive a power cut. */
  readonly onDurable: (bytes: number) => Promise<void>;
  /** Bytes between two such moments. */
  readonly durableEvery?: number;
}
