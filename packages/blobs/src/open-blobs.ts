import type { S3ClientConfig } from '@aws-sdk/client-s3';
import { keyNames } from './blob-key.ts';
import type { BlobStore } from './blob-store.ts';
import { folderBlobStore } from './folder.ts';

/**
 * Opens the store that a setting names: `s3://bucket/prefix`, or else a folder. Region, credentials and endpoint of S3
 * are those of the SDK (AWS_REGION, a role, AWS_ENDPOINT_URL_S3 …). RangeError where it names no bucket.
 */
export async function openBlobs(location: string, config?: S3ClientConfig): Promise<BlobStore> {
  if (!location.startsWith('s3://')) return folderBlobStore(location);
  const [, bucket, path = ''] = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(.*))?$/.exec(location) ?? [];
  if (bucket === undefined)
    throw new RangeError(`${location} names no bucket. Write s3://bucket or s3://bucket/prefix.`);
  const names = path.split('/').filter((name) => name !== '');
  if (names.length > 0) keyNames(names.join('/'));
  // Loaded only where it is used: the SDK takes a quarter of a second to load.
  const { s3BlobStore } = await import('./s3/s3-blob-store.ts');
  return s3BlobStore({ bucket, prefix: names.map((name) => `${name}/`).join('') }, config);
}
