import { accessSync, constants, statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { forecastErrors, ShelfcastError } from '@shelfcast/domain';
import { UsageError } from '../arguments/usage-error.ts';

/** Where the result goes, checked before any work is done. */
export type Target =
  | { readonly kind: 'stdout'; readonly format: 'csv' }
  | {
      readonly kind: 'file';
      readonly format: 'csv' | 'parquet';
      readonly path: string;
      /** Beside `path`, on the same disk: renamed to it when it is whole. */
      readonly temporary: string;
    };

export function chooseTarget(output: string | undefined, input: string): Target {
  if (output === undefined)
    throw new UsageError(
      '--output is missing.',
      'Say where the forecasts go: --output forecasts.csv, .parquet, or - for stdout.',
    );
  if (output === '-') return { kind: 'stdout', format: 'csv' };
  const ending = extname(output).toLowerCase();
  if (ending !== '.csv' && ending !== '.parquet')
    throw new UsageError(
      `--output ${output} ends neither with .csv nor with .parquet.`,
      'Give it one of these endings.',
    );
  const path = resolve(output);
  const folder = dirname(path);
  if (path === resolve(input))
    throw notWritable(output, 'It is the file that is read.', 'Name another file.');
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory())
    throw notWritable(output, 'It is a folder.', 'Name a file in it.');
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw notWritable(output, `The folder ${folder} doesn’t exist.`, 'Create it, or name another.');
  try {
    accessSync(folder, constants.W_OK);
  } catch (cause) {
    throw notWritable(output, `You may not write into ${folder}.`, 'Name a folder of your own.', cause);
  }
  return {
    kind: 'file',
    format: ending === '.csv' ? 'csv' : 'parquet',
    path,
    temporary: join(folder, `.${basename(path)}.${process.pid}.tmp`),
  };
}

export function notWritable(output: string, detail: string, remedy: string, cause?: unknown): ShelfcastError {
  return new ShelfcastError(
    forecastErrors.output_not_writable,
    { detail: `${output}: ${detail}`, remedy, where: { file: output } },
    { cause },
  );
}
