export { uploadSurveyor } from './survey/upload-surveyor.ts';
export type { Inspection } from './upload/inspect.ts';
export { inspectUpload } from './upload/inspect.ts';
export { openUpload } from './upload/open-upload.ts';
export { readSaleLines } from './upload/read-sale-lines.ts';
