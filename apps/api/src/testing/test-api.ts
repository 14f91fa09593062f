import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BlobStore, folderBlobStore } from '@shelfcast/blobs';
import type { Scope } from '@shelfcast/contract';
import type { Database } from '@shelfcast/database';
import type { TenantId } from '@shelfcast/domain';
import { createApiKey } from '@shelfcast/identity';
import type { JobPayload, SendOptions } from '@shelfcast/jobs';
import { postgresServing, type ServingStore } from '@shelfcast/serving';
import { cloneDatabase } from '@shelfcast/testing';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { buildApp } from '../app.ts';
import type { App } from '../app-type.ts';
import type { Dependencies } from '../dependencies.ts';

export interface SentJob {
  readonly queue: string;
  readonly payload: JobPayload;
  readonly tenant: TenantId;
  readonly singletonKey: string | undefined;
}

/** A tenant with a key, asking the server. */
export interface Caller {
  readonly tenant: TenantId;
  readonly key: string;
  ask(
    method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS',
    url: string,
    options?: InjectOptions,
  ): Promise<LightMyRequestResponse>;
}

/** The whole server on a database and a blob store of its own, with two tenants: ours, and the stranger of every test. */
export interface TestApi extends AsyncDisposable {
  readonly app: App;
  readonly database: Database;
  readonly blobs: BlobStore;
  readonly serving: ServingStore;
  readonly jobs: SentJob[];
  readonly ours: Caller;
  readonly stranger: Caller;
  /** Another key of our tenant. */
  caller(scopes: readonly Scope[]): Promise<Caller>;
}

/** What a test hands in takes the place of what would be made. */
export async function testApi(options: Partial<Dependencies> = {}): Promise<TestApi> {
  const clone = await cloneDatabase();
  const database = options.database ?? clone.database;
  const folder = await mkdtemp(join(tmpdir(), 'shelfcast-api-'));
  const blobs: BlobStore = options.blobs ?? folderBlobStore(folder);
  const serving = postgresServing(database);
  const jobs: SentJob[] = [];
  const send = async (queue: string, payload: JobPayload, { tenant, singletonKey }: SendOptions) => {
    jobs.push({ queue, payload, tenant, singletonKey });
    return 'job';
  };
  const app = await buildApp({
    database,
    blobs,
    serving,
    jobs: { send },
    sessionSecret: 'a secret that only tests of this room use',
    dashboardFolder: options.dashboardFolder,
    maxUploadBytes: options.maxUploadBytes,
  });
  const callerOf = async (tenant: TenantId, scopes: readonly Scope[]): Promise<Caller> => {
    const { key } = await clone.database.withTenant(tenant, (tx) =>
      createApiKey(tx, { name: 'Test', scopes }),
    );
    return {
      tenant,
      key,
      ask: (method, url, { headers, ...rest } = {}) =>
        app.inject({ method, url, ...rest, headers: { authorization: `Bearer ${key}`, ...headers } }),
    };
  };
  const ours = await callerOf(await clone.tenant('Ours'), ['admin']);
  return {
    app,
    database,
    blobs,
    serving,
    jobs,
    ours,
    stranger: await callerOf(await clone.tenant('Stranger'), ['admin']),
    caller: (scopes) => callerOf(ours.tenant, scopes),
    async [Symbol.asyncDispose]() {
      await app.close();
      await clone.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
