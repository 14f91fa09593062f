/** The unpacked bytes of a table, and how many of the file itself were read for them. */
export interface ByteReader {
  /** Each is good until the next is asked for: then its memory may be used again. */
  readonly chunks: AsyncIterable<Buffer>;
  bytesRead(): number;
}

/** Bytes that can be read from the start as often as needed: once for a look, once for each attempt to load them. */
export type ByteSource = () => ByteReader;
