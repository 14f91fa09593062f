import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { EmbeddedPostgres } from '@shelfcast/database';
import { builtIn } from '../dashboard/build.ts';
import type { DataFolder } from '../machine/data-folder.ts';
import type { Secrets } from '../machine/secrets.ts';
import type { ProcessPlan } from './supervise.ts';

/** What both processes are told. */
export interface Platform {
  readonly root: string;
  readonly folder: DataFolder;
  readonly database: Pick<EmbeddedPostgres, 'appUrl' | 'jobsUrl'>;
  readonly secrets: Secrets;
  readonly host: string;
  readonly port: number;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** HTTP: the API, and the dashboard's files. */
export function apiPlan(platform: Platform): ProcessPlan {
  const { root, folder, secrets, host, port } = platform;
  return {
    name: 'api',
    entry: join(root, 'apps', 'api', 'src', 'main.ts'),
    args: [],
    log: join(folder.logs, 'api.log'),
    environment: {
      ...shared(platform),
      SHELFCAST_HOST: host,
      SHELFCAST_PORT: String(port),
      SHELFCAST_SESSION_SECRET: secrets.session,
      SHELFCAST_DASHBOARD: builtIn(root),
    },
  };
}

/** Imports and runs. */
export function pipelinePlan(platform: Platform): ProcessPlan {
  const { root, folder, environment } = platform;
  return {
    name: 'pipeline',
    entry: join(root, 'apps', 'pipeline', 'src', 'main.ts'),
    args: ['work'],
    log: join(folder.logs, 'pipeline.log'),
    environment: {
      ...shared(platform),
      SHELFCAST_WORKERS: environment.SHELFCAST_WORKERS ?? String(availableParallelism()),
    },
  };
}

function shared({ environment, database, folder }: Platform): Record<string, string | undefined> {
  return {
    ...environment,
    SHELFCAST_DATABASE_URL: database.appUrl,
    SHELFCAST_JOBS_DATABASE_URL: database.jobsUrl,
    SHELFCAST_BLOBS: folder.blobs,
  };
}
