import { createReadStream, createWriteStream, symlinkSync } from 'node:fs';
import { resolve } from 'node:path';
import { Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { forecastErrors, ShelfcastError } from '@shelfcast/domain';
import { createTextCheck, type TextFindings } from './text-check.ts';

/**
 * Makes `path` the text of `name` in UTF-8: unpacks gzip, and turns UTF-16 (Excel's "Unicode text") and Windows-1252 (the
 * older tills of Western Europe) into UTF-8; a file that is UTF-8 already is only linked. Returns what it had to assume.
 *
 * The whole file is read before anything is computed: a truncated gzip is found here, not after half of the rows.
 */
export async function spoolAsUtf8(name: string, head: Buffer, path: string): Promise<string[]> {
  const gzipped = head[0] === 0x1f && head[1] === 0x8b;
  const check = createTextCheck(name);
  await copy(name, gzipped, [check.stream], gzipped ? createWriteStream(path) : nowhere());
  const { bytes, encoding, mixedLineBreaks } = check.findings();
  if (bytes === 0)
    throw new ShelfcastError(forecastErrors.empty_file, {
      detail: `${name} has no text in it.`,
      remedy: 'Export it again, and check that the export finished.',
      where: { file: name },
    });
  const repairs = [
    ...(encoding === 'utf-8' ? [] : [decoder(encoding)]),
    ...(mixedLineBreaks || encoding === 'utf-16le' ? [lineFeedsOnly()] : []),
  ];
  if (repairs.length > 0) await copy(name, gzipped, repairs, createWriteStream(path));
  else if (!gzipped) symlinkSync(resolve(name), path);
  if (encoding === 'utf-8') return [];
  return [`${name} is not UTF-8: read as ${encoding === 'utf-16le' ? 'UTF-16' : 'Windows-1252'}.`];
}

async function copy(
  name: string,
  gzipped: boolean,
  through: readonly Transform[],
  to: Writable,
): Promise<void> {
  const from = createReadStream(name, { highWaterMark: 1 << 20 });
  try {
    await pipeline([from, ...(gzipped ? [createGunzip({ chunkSize: 1 << 18 })] : []), ...through, to]);
  } catch (cause) {
    throw explained(cause, name, gzipped);
  }
}

function nowhere(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() });
}

function decoder(encoding: TextFindings['encoding']): Transform {
  const text = new TextDecoder(encoding);
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => done(null, text.decode(chunk, { stream: true })),
    flush: (done) => done(null, text.decode()),
  });
}

/** CR LF and CR become LF; in UTF-8 neither byte is ever a part of another character. */
function lineFeedsOnly(): Transform {
  let afterReturn = false;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const text = afterReturn && chunk[0] === 10 ? chunk.subarray(1) : chunk;
      afterReturn = chunk[chunk.length - 1] === 13;
      done(null, Buffer.from(text.toString('latin1').replace(/\r\n?/g, '\n'), 'latin1'));
    },
  });
}

function explained(cause: unknown, name: string, gzipped: boolean): unknown {
  if (cause instanceof ShelfcastError) return cause;
  const code = (cause as NodeJS.ErrnoException).code ?? '';
  if (gzipped && (code.startsWith('Z_') || code.startsWith('ERR_ZLIB')))
    return new ShelfcastError(
      forecastErrors.damaged_file,
      {
        detail:
          code === 'Z_BUF_ERROR'
            ? `${name} ends in the middle of its gzip stream.`
            : `${name} is no intact gzip file.`,
        remedy: 'Copy or download it again; `gzip -t` tells whether a file is whole.',
        where: { file: name },
      },
      { cause },
    );
  if (code === 'ENOSPC')
    return new ShelfcastError(
      forecastErrors.too_large,
      {
        detail: `There is no room to unpack ${name} into the temporary folder.`,
        remedy: 'Set TMPDIR to a folder on a larger disk.',
        where: { file: name },
      },
      { cause },
    );
  return new ShelfcastError(
    forecastErrors.file_unreadable,
    {
      detail: `${name} can’t be read to its end (${code || String(cause)}).`,
      remedy: 'Check the disk or network it lies on, and copy it again.',
      where: { file: name },
    },
    { cause },
  );
}
