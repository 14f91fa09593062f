import { openBlobs } from '@shelfcast/blobs';
import { openDatabase } from '@shelfcast/database';
import { openJobs } from '@shelfcast/jobs';
import { postgresServing } from '@shelfcast/serving';
import { pino } from 'pino';
import { buildApp } from './app.ts';
import { readSettings } from './environment.ts';

/** Serves until SIGTERM or SIGINT; then finishes what is under way and exits 0. */
const log = pino({
  name: 'api',
  level: process.env.SHELFCAST_LOG_LEVEL ?? 'info',
  // Neither keys nor cookies, and no addresses of people.
  redact: ['req.headers', 'res.headers', 'req.remoteAddress', 'req.remotePort'],
});

try {
  const settings = readSettings(process.env);
  const database = openDatabase(settings.databaseUrl, { applicationName: 'shelfcast api' });
  const jobs = await openJobs({
    url: settings.jobsDatabaseUrl,
    works: false,
    onError: (error) => log.warn({ err: error }, 'the queue has a problem'),
  });
  const app = await buildApp(
    {
      database,
      jobs,
      blobs: await openBlobs(settings.blobsAt),
      serving: postgresServing(database),
      sessionSecret: settings.sessionSecret,
      dashboardFolder: settings.dashboardFolder,
    },
    log,
  );

  const stop = async (): Promise<void> => {
    log.info('finishing what is under way');
    await app.close();
    await jobs.stop();
    await database.close();
  };
  const stopOnce = (): void => {
    // From here on a second signal ends the process at once, as it always does.
    process.removeListener('SIGTERM', stopOnce).removeListener('SIGINT', stopOnce);
    stop().catch((error) => {
      log.error({ err: error }, 'did not stop cleanly');
      process.exitCode = 1;
    });
  };
  process.on('SIGTERM', stopOnce).on('SIGINT', stopOnce);
  await app.listen({ host: settings.host, port: settings.port });
} catch (error) {
  log.fatal({ err: error }, 'cannot start');
  process.exitCode = 1;
}
