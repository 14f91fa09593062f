import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  paginateListObjectsV2,
  S3Client,
  type S3ClientConfig,
} from '@aws-sdk/client-s3';
import { BlobNotFound, keyNames, prefixNames } from '../blob-key.ts';
import type { BlobStat, BlobStore, ByteRange } from '../blob-store.ts';
import type { Multipart } from '../multipart.ts';
import { isMissing, statusOf } from './failures.ts';
import { s3Multipart } from './s3-multipart.ts';
import { s3Put } from './s3-put.ts';

export interface S3Place {
  readonly bucket: string;
  /** What every key begins with: '' or names that end with a slash. */
  readonly prefix: string;
}

export interface S3BlobStore extends BlobStore {
  readonly multipart: Multipart;
}

/** As many keys as one request may remove. */
const REMOVED_AT_ONCE = 1_000;
const RANGE_NOT_SATISFIABLE = 416;

/** Blobs as objects of a bucket. Region, credentials and endpoint are the SDK's own (AWS_REGION …) unless given. */
export function s3BlobStore({ bucket, prefix }: S3Place, config: S3ClientConfig = {}): S3BlobStore {
  const client = new S3Client({
    // The SDK's newer default appends a checksum to streams, which stores other than AWS keep as content.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    ...config,
  });
  const at = (key: string) => ({ Bucket: bucket, Key: prefix + keyNames(key).join('/') });
  const stat = async (key: string): Promise<BlobStat | undefined> => {
    try {
      const { ContentLength, LastModified } = await client.send(new HeadObjectCommand(at(key)));
      return { key, bytes: ContentLength!, modifiedAt: LastModified! };
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  };
  const open = async (key: string, range?: ByteRange): Promise<Readable> => {
    const Range = range && `bytes=${range.start}-${range.end ?? ''}`;
    try {
      const { Body } = await client.send(new GetObjectCommand({ ...at(key), Range }));
      return Body as Readable;
    } catch (error) {
      // A range that begins beyond the end holds nothing; the empty blob has no other.
      if (range && statusOf(error) === RANGE_NOT_SATISFIABLE) return Readable.from([]);
      if (isMissing(error)) throw new BlobNotFound(key);
      throw error;
    }
  };
  async function* list(below: string): AsyncIterable<BlobStat> {
    const names = prefixNames(below);
    const Prefix = prefix + names.map((name) => `${name}/`).join('');
    for await (const page of paginateListObjectsV2({ client }, { Bucket: bucket, Prefix })) {
      for (const { Key, Size, LastModified } of page.Contents ?? [])
        yield { key: Key!.slice(prefix.length), bytes: Size!, modifiedAt: LastModified! };
    }
  }
  return {
    stat,
    open,
    list,
    multipart: s3Multipart(client, at, stat),
    async put(key, content) {
      await s3Put(client, at(key), content);
      return (await stat(key)) ?? Promise.reject(new BlobNotFound(key));
    },
    async read(key) {
      const chunks: Buffer[] = [];
      for await (const chunk of await open(key)) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks);
    },
    async remove(keyOrPrefix) {
      if (keyOrPrefix !== '' && !keyOrPrefix.endsWith('/')) {
        await client.send(new DeleteObjectCommand(at(keyOrPrefix)));
        return;
      }
      let keys: { Key: string }[] = [];
      const removeThem = async () => {
        if (keys.length === 0) return;
        const { Errors } = await client.send(
          new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects: keys, Quiet: true } }),
        );
        if (Errors?.length) throw new Error(`${Errors[0].Key}: ${Errors[0].Message}`);
        keys = [];
      };
      for await (const { key } of list(keyOrPrefix)) {
        keys.push({ Key: prefix + key });
        if (keys.length === REMOVED_AT_ONCE) await removeThem();
      }
      await removeThem();
    },
  };
}
