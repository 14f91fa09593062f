import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findBinaries } from './binaries.ts';
import { bootstrap, DATABASE } from './bootstrap.ts';
import { describeFileFailure } from './failure.ts';
import { initialise } from './initialise.ts';
import { launch } from './launch.ts';
import { clearOrphan, stopPostmaster } from './orphan.ts';
import { claim } from './ownership.ts';
import { passwordsAt } from './passwords.ts';
import { giveTo, unprivileged } from './unprivileged.ts';

export interface EmbeddedOptions {
  /** Where the cluster, its passwords (0600) and its log lie. Made when missing. */
  readonly dataFolder: string;
  /** False only in tests. Default true. */
  readonly durable?: boolean;
  /** Default 50. */
  readonly maxConnections?: number;
}

/** A running server and the addresses to reach it by, one for each role. */
export interface EmbeddedPostgres {
  /** Superuser, database `postgres`: for tests and rescue only. */
  readonly adminUrl: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly jobsUrl: string;
  readonly port: number;
  readonly pid: number;
  /** Resolves when the server has ended, whether it was stopped or died. */
  readonly ended: Promise<void>;
  /** Disconnects everyone, writes everything, waits for the end. Safe to call twice. For tests, it can remove the cluster. */
  stop(options?: { removeCluster?: boolean }): Promise<void>;
}

/**
 * Starts the PostgreSQL that npm brought along, on 127.0.0.1 and a free port. The server outlives a kill -9 of this
 * process; the next start on the same folder stops it cleanly first.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const dataFolder = resolve(options.dataFolder);
  let release = () => {};
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
    release = claim(join(dataFolder, 'owner.json'), dataFolder);
    return await startClaimed(dataFolder, options, release);
  } catch (error) {
    release();
    throw describeFileFailure(error);
  }
}

async function startClaimed(
  dataFolder: string,
  { durable = true, maxConnections = 50 }: EmbeddedOptions,
  release: () => void,
): Promise<EmbeddedPostgres> {
  const binaries = findBinaries();
  const how = unprivileged();
  const cluster = join(dataFolder, 'cluster');
  const passwords = passwordsAt(join(dataFolder, 'passwords.json'));
  await clearOrphan(cluster);
  how.prepare(dataFolder);
  await initialise(cluster, passwords.admin, binaries, how);
  giveTo(how.fileOwner, cluster);
  const log = join(dataFolder, 'postgres.log');
  const { process: server, port } = await launch(cluster, log, binaries, how, { durable, maxConnections });
  const pid = server.pid!;
  const ended = new Promise<void>((settle) => server.once('exit', () => settle()));
  const url = (role: string, password: string, database = DATABASE) =>
    `postgresql://${role}:${password}@127.0.0.1:${port}/${database}`;
  const urls = {
    adminUrl: url('postgres', passwords.admin, 'postgres'),
    ownerUrl: url('shelfcast_owner', passwords.owner),
    appUrl: url('shelfcast_app', passwords.app),
    jobsUrl: url('shelfcast_jobs', passwords.jobs),
  };
  try {
    await bootstrap(urls.adminUrl, urls.ownerUrl, passwords);
  } catch (error) {
    await stopPostmaster(pid);
    throw error;
  }
  let stopping: Promise<void> | undefined;
  return {
    ...urls,
    port,
    pid,
    ended,
    stop({ removeCluster = false } = {}) {
      stopping ??= stopPostmaster(pid)
        .then(() => removeCluster && rmSync(cluster, { recursive: true, force: true }))
        .finally(release)
        .then(() => {});
      return stopping;
    },
  };
}
