/** Blobs whose parts go straight from a client to the store, by addresses that are signed here. */
export interface Multipart {
  /** Scheme, host and port that the addresses have: a page that sends there must be allowed to. */
  origin(): Promise<string>;
  /** Size of each part but the last, for a file of so many bytes. */
  partBytes(fileBytes: number): number;
  /** Begins, and returns the store's name for it. Nobody sees a blob before it is completed. */
  begin(key: string): Promise<string>;
  /** An address that takes exactly so many bytes by PUT, for an hour. */
  sign(key: string, id: string, part: number, bytes: number): Promise<string>;
  /** What has arrived, in order; nothing where the store does not know the id (any more). */
  parts(key: string, id: string): Promise<StoredPart[]>;
  /** Makes it a blob, without moving bytes. Once it is one, does nothing. RangeError where it has another number of bytes. */
  complete(key: string, id: string, bytes: number): Promise<void>;
  /** Forgets the parts. Nothing there is no error. */
  abort(key: string, id: string): Promise<void>;
}

export interface StoredPart {
  /** From 1. */
  readonly part: number;
  readonly bytes: number;
  readonly etag: string;
}
