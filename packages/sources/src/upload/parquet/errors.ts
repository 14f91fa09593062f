import { ShelfcastError, uploadErrors } from '@shelfcast/domain';

/** Whatever DuckDB says while it reads, said for the person who uploaded the file. */
export function namingParquetErrors(error: unknown, fileName: string): unknown {
  if (error instanceof ShelfcastError || !(error instanceof Error)) return error;
  return new ShelfcastError(
    uploadErrors.broken_parquet,
    {
      detail: /memory/i.test(error.message)
        ? 'The Parquet file needs more memory than an import may take; its row groups are too large.'
        : 'The Parquet file is cut off or damaged: its footer or a row group cannot be read.',
      remedy: 'Write it again with row groups of about 100,000 rows, and compare its size after the upload.',
      where: { file: fileName },
    },
    { cause: error },
  );
}
