export type { DayTotal, Gap, Reason, Spike, Survey } from './survey/survey.ts';
export { type SurveyOptions, surveyUpload } from './survey/survey-upload.ts';
export type { Inspection } from './upload/inspect.ts';
export { inspectUpload } from './upload/inspect.ts';
export { openUpload } from './upload/open-upload.ts';
export { readSaleLines } from './upload/read-sale-lines.ts';
