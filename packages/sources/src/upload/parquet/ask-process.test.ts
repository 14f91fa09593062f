import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { inFile } from '../../testing/read-all.ts';
import { askProcess } from './ask-process.ts';
import { namingParquetErrors } from './errors.ts';

/** What is refused where a process with this program reads a file; `.mjs`, as a path without an ending is no module. */
const refusalOf = (program: string) =>
  inFile(program, async (path) => {
    const answers = askProcess({ path: 'nothing', sampleRows: 1 }, pathToFileURL(path));
    try {
      return (await answers.next()).value;
    } catch (error) {
      return namingParquetErrors(error, 'sales.parquet');
    } finally {
      await answers.return(undefined);
    }
  });

test('a file that crashes its reader, or ends it, is a damaged file and nothing else', async () => {
  for (const end of ['process.abort()', 'process.exit(0)', 'process.kill(process.pid, "SIGSEGV")'])
    assert.match(String(await refusalOf(`process.on('message', () => ${end})`)), /cut off or damaged/, end);
});

test('the reader has none of our secrets', async () => {
  process.env.SHELFCAST_TEST_SECRET = 'secret';
  const names = await refusalOf(
    `process.on('message', () => process.send({ columns: Object.keys(process.env), sample: [] }))`,
  );
  assert.deepEqual(
    (names as { columns: string[] }).columns.filter(
      (name) => !/^(NODE_CHANNEL_|DUCKDB_JE_MALLOC_CONF)/.test(name),
    ),
    [],
  );
});
