import type { UploadSurveyor } from '@shelfcast/domain';
import { sampleUpload } from './sample-upload.ts';
import { surveyUpload } from './survey-upload.ts';

/** How sales files are looked at before anything of them is loaded. */
export const uploadSurveyor: UploadSurveyor = { sample: sampleUpload, survey: surveyUpload };
