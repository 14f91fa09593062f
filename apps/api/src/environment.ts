/** What the process is told by its environment. */
export interface Settings {
  readonly databaseUrl: string;
  readonly jobsDatabaseUrl: string;
  /** A folder, or s3://bucket/prefix. */
  readonly blobsAt: string;
  readonly host: string;
  readonly port: number;
  readonly sessionSecret: string;
  readonly dashboardFolder?: string;
}

const SHORTEST_SECRET = 32;

/** Reads the settings, or throws one error that names everything that is missing or wrong. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const wrong: string[] = [];
  const required = (name: string): string => {
    const value = environment[name] ?? '';
    if (value === '') wrong.push(`${name} is not set`);
    return value;
  };
  const settings: Settings = {
    databaseUrl: required('SHELFCAST_DATABASE_URL'),
    jobsDatabaseUrl: required('SHELFCAST_JOBS_DATABASE_URL'),
    blobsAt: required('SHELFCAST_BLOBS'),
    sessionSecret: required('SHELFCAST_SESSION_SECRET'),
    host: environment.SHELFCAST_HOST || '127.0.0.1',
    port: Number(environment.SHELFCAST_PORT || 3000),
    dashboardFolder: environment.SHELFCAST_DASHBOARD || undefined,
  };
  const { sessionSecret, port } = settings;
  if (sessionSecret !== '' && sessionSecret.length < SHORTEST_SECRET)
    wrong.push(`SHELFCAST_SESSION_SECRET has fewer than ${SHORTEST_SECRET} characters`);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) wrong.push('SHELFCAST_PORT is no port');
  if (wrong.length) throw new Error(`The API cannot start: ${wrong.join('; ')}.`);
  return settings;
}
