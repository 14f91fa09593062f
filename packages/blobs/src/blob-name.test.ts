import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keyNames } from './blob-key.ts';
import { blobName } from './blob-name.ts';

test('any file name becomes one name of a key, and keeps its extension', () => {
  const names = {
    'sales.csv': 'sales.csv',
    'my sales "2024" 🛒.csv.gz': 'my_sales_2024_.csv.gz',
    '../../etc/passwd': 'etc_passwd',
    'C:\\tills\\Müller.parquet': 'C_tills_Müller.parquet',
    '.hidden': 'hidden',
    '': 'file',
    '...': 'file',
    'x.partial': 'x_partial',
    'e\u0301te\u0301.csv': 'été.csv',
    [`${'漢'.repeat(300)}.csv`]: `${'漢'.repeat(80)}.csv`,
  };
  for (const [fileName, name] of Object.entries(names)) {
    assert.equal(blobName(fileName), name);
    assert.deepEqual(keyNames(name), [name]);
  }
});
