/** What the server is told on its command line; everything else is PostgreSQL's default. */
export interface SettingsOptions {
  readonly port: number;
  /** False only in tests: a lost write is then worth less than the time to wait for the disk. */
  readonly durable: boolean;
  readonly maxConnections: number;
}

/** Sized for one machine that also forecasts: the whole product is to stay within 2 GB. */
export function settings({ port, durable, maxConnections }: SettingsOptions): string[] {
  const values: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    // A socket's path is limited to 107 bytes, and a data folder may lie deeper.
    unix_socket_directories: '',
    max_connections: String(maxConnections),
    // An index that an import writes to at random places is read and written for every line once it no longer fits.
    shared_buffers: '256MB',
    work_mem: '16MB',
    maintenance_work_mem: '64MB',
    // Bulk imports: fewer, longer checkpoints; a full-page image is written once per checkpoint.
    min_wal_size: '128MB',
    max_wal_size: '2GB',
    checkpoint_timeout: '15min',
    wal_level: 'minimal',
    max_wal_senders: '0',
    // Our queries are short or stream; compiling them costs more than it gains, and forks cost memory.
    jit: 'off',
    max_parallel_workers_per_gather: '0',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    log_min_messages: 'warning',
    password_encryption: 'scram-sha-256',
    // A client that died without a word (kill -9 on another host) must not hold its locks for hours.
    tcp_keepalives_idle: '30',
  };
  if (!durable) Object.assign(values, { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' });
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
