import type { Panel } from '../contract.ts';

/** A panel whose arrays lie in shared memory; arrays that already do are taken as they are. */
export function sharedPanel(panel: Panel): Panel {
  return {
    values: sharedFloats(panel.values),
    offsets: shared(panel.offsets, Uint32Array),
    known: panel.known && { names: panel.known.names, columns: panel.known.columns.map(sharedFloats) },
    common: panel.common && {
      names: panel.common.names,
      columns: panel.common.columns.map(sharedFloats),
      starts: shared(panel.common.starts, Uint32Array),
    },
    statics: panel.statics && {
      names: panel.statics.names,
      codes: panel.statics.codes.map((codes) => shared(codes, Int32Array)),
    },
    closed: panel.closed && shared(panel.closed, Uint8Array),
  };
}

/** Zeroed memory that threads share. */
export function sharedMemory(bytes: number): SharedArrayBuffer {
  return new SharedArrayBuffer(bytes);
}

function sharedFloats(values: Float64Array): Float64Array {
  return shared(values, Float64Array);
}

interface TypedArray {
  readonly buffer: ArrayBufferLike;
  readonly byteLength: number;
  set(values: this): void;
}

function shared<T extends TypedArray>(values: T, Kind: new (buffer: SharedArrayBuffer) => T): T {
  if (values.buffer instanceof SharedArrayBuffer) return values;
  const copy = new Kind(new SharedArrayBuffer(values.byteLength));
  copy.set(values);
  return copy;
}
