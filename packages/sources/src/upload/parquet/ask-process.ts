import { type ChildProcess, fork } from 'node:child_process';
import { on } from 'node:events';
import type { ParquetAnswer, ParquetTask } from './process.ts';

/** A row group of a sound file takes a second; a process that is silent for so long will not come back. */
const SILENT_MILLISECONDS = 120_000;

/**
 * Has a process of its own read a Parquet file, and yields what it answers: the next is read when it is asked for. Throws what
 * DuckDB says, or that the process ended; it is gone when this generator is.
 */
export async function* askProcess(
  task: ParquetTask,
  program = new URL('./process.ts', import.meta.url),
): AsyncGenerator<ParquetAnswer> {
  const child = fork(program, {
    serialization: 'advanced',
    // Nothing of ours: no address of a database, no key. DuckDB's memory begins as zeroes, as a damaged page can make it read what it
    // never wrote: so that is nothing, and the same each time.
    env: { DUCKDB_JE_MALLOC_CONF: 'zero:true' },
    execArgv: ['--disable-warning=ExperimentalWarning', '--max-old-space-size=512'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  let timer = watchdog(child);
  const ended = new AbortController();
  // Not when it exits: what it has sent may still be on its way then.
  child.once('disconnect', () => ended.abort());
  child.once('error', () => ended.abort());
  try {
    const answers = on(child, 'message', { signal: ended.signal });
    child.send(task);
    for await (const [answer] of answers as AsyncIterable<[ParquetAnswer]>) {
      clearTimeout(timer);
      if ('error' in answer) throw new Error(answer.error);
      if ('end' in answer) return;
      yield answer;
      if ('columns' in answer) return;
      timer = watchdog(child);
      child.send('next');
    }
  } catch (error) {
    throw ended.signal.aborted ? new Error('the process that read it ended') : error;
  } finally {
    clearTimeout(timer);
    child.kill('SIGKILL');
  }
}

const watchdog = (child: ChildProcess) => setTimeout(() => child.kill('SIGKILL'), SILENT_MILLISECONDS);
