export type { SaleBatch } from './upload/batches.ts';
export type { Inspection } from './upload/inspect.ts';
export { inspectUpload } from './upload/inspect.ts';
export type { PlannedRow, SkippedRow } from './upload/layouts/layout.ts';
export type { ColumnMapping } from './upload/mapping.ts';
export type { OpenUpload, UploadOptions } from './upload/open-upload.ts';
export { openUpload } from './upload/open-upload.ts';
export { readSaleLines } from './upload/read-sale-lines.ts';
