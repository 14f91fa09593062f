import type { BlobStore } from '@shelfcast/blobs';
import type { Database } from '@shelfcast/database';
import {
  type ColumnMapping,
  parseDay,
  ShelfcastError,
  type TenantId,
  type UploadOptions,
  type UploadSample,
  type UploadSurveyor,
  uploadErrors,
} from '@shelfcast/domain';
import { correctedImport } from '../corrections/corrected-import.ts';
import { IMPORT_COLUMNS, type ImportRow, type ImportSurvey } from '../imports/import-row.ts';
import { holdLease, interrupted, type Lease, takeLease } from '../imports/lease.ts';
import { failImport, failureOf } from '../load/fail-import.ts';
import { stageBlob } from '../load/stage-blob.ts';
import { storedJson } from '../stored-json.ts';
import { countNewCodes } from './count-new-codes.ts';
import { rememberedMapping } from './remembered-mapping.ts';

export interface SurveyImportOptions {
  /** How a file is looked at: `uploadSurveyor` of packages/sources, handed in by the app. */
  readonly surveyor: UploadSurveyor;
  readonly signal?: AbortSignal;
}

/** Problems that a person can solve by saying how the file is to be read; others end the import. */
const TO_BE_ANSWERED = new Set([
  uploadErrors.unknown_layout,
  uploadErrors.missing_column,
  uploadErrors.ambiguous_dates,
  uploadErrors.no_such_sheet,
  uploadErrors.too_many_locations,
]);

/**
 * Surveys an import and leaves it `surveyed`, with what the file holds, or with the question that it leaves open. Nothing of
 * its sales is written. What is wrong with the file beyond an answer ends it as `failed`. An import that is no longer
 * waiting for its survey is returned as it is.
 */
export async function surveyImport(
  database: Database,
  blobs: BlobStore,
  tenant: TenantId,
  importId: number,
  { surveyor, signal }: SurveyImportOptions,
): Promise<ImportRow> {
  const lease = await takeLease(database, tenant, importId, 'surveying', signal);
  if ('ended' in lease) return lease.ended;
  let ended: ImportRow | undefined;
  try {
    const { survey, mapping } = await surveyUnderLease(database, blobs, tenant, lease, surveyor, signal);
    ended = await database.withTenant(tenant, async (tx) => {
      await holdLease(tx, importId, lease.owner);
      const [row] = await tx.query<ImportRow>(
        `UPDATE shelfcast.import SET state = 'surveyed', survey = $3, layout = $4, mapping = $5, bytes_read = 0,
           lease_owner = NULL, lease_until = NULL
         WHERE tenant_id = $1 AND import_id = $2 RETURNING ${IMPORT_COLUMNS}`,
        [tenant, importId, storedJson(survey), survey.report?.layout ?? null, mapping && storedJson(mapping)],
      );
      return row;
    });
    return ended;
  } catch (error) {
    if (!(error instanceof ShelfcastError) || !error.kind.code.startsWith('upload.')) throw error;
    ended = await database.withTenant(tenant, (tx) => failImport(tx, importId, lease.owner, error));
    return ended;
  } finally {
    await lease.end({ free: ended === undefined });
  }
}

/** What was found out, and the mapping that the file was read by. */
interface Surveyed {
  readonly survey: ImportSurvey;
  readonly mapping: ColumnMapping | null;
}

async function surveyUnderLease(
  database: Database,
  blobs: BlobStore,
  tenant: TenantId,
  { row, owner }: Lease,
  surveyor: UploadSurveyor,
  signal: AbortSignal | undefined,
): Promise<Surveyed> {
  await using file = await stageBlob(blobs, row.blob_key, row.file_name);
  const options: UploadOptions = {
    fileName: row.file_name,
    mapping: row.mapping,
    today: parseDay(row.created_at.toISOString().slice(0, 10))!,
    correctedImport: (original) => database.withTenant(tenant, (tx) => correctedImport(tx, original)),
  };
  const sample = await sampleOf(surveyor, file.path, options);
  const mapping =
    row.mapping ??
    (sample && (await database.withTenant(tenant, (tx) => rememberedMapping(tx, sample.columns))));
  const noteProgress = progressNotes(database, tenant, row.import_id, owner);
  try {
    const { survey, productCodes, locationCodes } = await surveyor.survey(file.path, {
      ...options,
      mapping,
      signal,
      onProgress: ({ bytesRead }) => noteProgress(bytesRead),
    });
    const { newProducts, newLocations } = await database.withTenant(tenant, async (tx) => ({
      newProducts: await countNewCodes(tx, 'product', productCodes),
      newLocations: await countNewCodes(tx, 'location', locationCodes),
    }));
    return { survey: { report: { ...survey, newProducts, newLocations }, problem: null, sample }, mapping };
  } catch (error) {
    if (signal?.aborted) throw interrupted(row.import_id);
    if (!(error instanceof ShelfcastError) || !TO_BE_ANSWERED.has(error.kind)) throw error;
    return { survey: { report: null, problem: failureOf(error), mapping, sample }, mapping };
  }
}

/** The file's first rows; of a workbook whose named sheet is not there, those of its first one; null where there are none. */
async function sampleOf(
  surveyor: UploadSurveyor,
  path: string,
  options: UploadOptions,
): Promise<UploadSample | null> {
  try {
    return await surveyor.sample(path, options);
  } catch (error) {
    if (!(error instanceof ShelfcastError) || !TO_BE_ANSWERED.has(error.kind)) throw error;
    const sheetless = { ...options, mapping: options.mapping && { ...options.mapping, sheet: undefined } };
    return surveyor.sample(path, sheetless).catch(() => null);
  }
}

const NOTE_MILLISECONDS = 500;

/** Writes how far the survey has come, now and then, without waiting for it. */
function progressNotes(
  database: Database,
  tenant: TenantId,
  importId: number,
  owner: string,
): (bytesRead: number) => void {
  let noted = 0;
  return (bytesRead) => {
    const now = performance.now();
    if (now - noted < NOTE_MILLISECONDS) return;
    noted = now;
    database
      .withTenant(tenant, (tx) =>
        tx.query(
          `UPDATE shelfcast.import SET bytes_read = $4
           WHERE tenant_id = $1 AND import_id = $2 AND lease_owner = $3 AND state = 'surveying'`,
          [tenant, importId, owner, bytesRead],
        ),
      )
      // Progress that can't be written is no harm: the survey's end says what is wrong with the database.
      .catch(() => {});
  };
}
