export type { Duck } from './duck/open-duck.ts';
export { openDuck } from './duck/open-duck.ts';
export type { ExpectedClosed, Label } from './labels/label.ts';
export { readLabels } from './labels/read-labels.ts';
export { writeLabels } from './labels/write-labels.ts';
export { bundleShards, estimateSeconds } from './manifest/bundles.ts';
export type { RunCalendars } from './manifest/calendars.ts';
export { calendarArrays } from './manifest/calendars.ts';
export type { ResultKeys } from './manifest/keys.ts';
export { runKeys } from './manifest/keys.ts';
export type { Manifest, ManifestShard } from './manifest/manifest.ts';
export { MANIFEST_VERSION, seriesByLevel } from './manifest/manifest.ts';
export { readManifest } from './manifest/read-manifest.ts';
export { forecastsChecksum } from './result/checksum.ts';
export { exportCsv } from './result/export-csv.ts';
export { readForecasts } from './result/read-forecasts.ts';
export { readResultObject } from './result/read-result-object.ts';
export type {
  AccuracySums,
  ResultCounts,
  ResultObject,
  ScoreLine,
  SeriesDetail,
  ShardForecasts,
} from './result/result.ts';
export { addSums, noSums, RESULT_VERSION } from './result/result.ts';
export type { ExportPart } from './result/write-export.ts';
export { writeExport } from './result/write-export.ts';
export { writeForecasts } from './result/write-forecasts.ts';
export { contentHash } from './shard-file/content-hash.ts';
export type { ShardFacts } from './shard-file/read-shard.ts';
export { readShard } from './shard-file/read-shard.ts';
export type { Shard } from './shard-file/shard.ts';
export { SHARD_SCHEMA_VERSION } from './shard-file/shard.ts';
export type { WrittenShard } from './shard-file/write-shard.ts';
export { writeShard } from './shard-file/write-shard.ts';
