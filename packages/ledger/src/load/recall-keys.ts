import type { TenantTransaction } from '@shelfcast/database';
import type { SeenKeys } from './seen-keys.ts';

/**
 * Adds the keys of the lines that an import has in the ledger already, as `keyOf` makes them: a worker that goes on where
 * another one died knows what that one knew. A million lines take about a second, looking each later line up would take ten.
 */
export async function recallKeys(tx: TenantTransaction, importId: number, seen: SeenKeys): Promise<void> {
  // COPY takes no parameters; both are checked here, a number and a uuid.
  const keys = tx.copyTo(
    `COPY (
       SELECT coalesce(order_code, ''),
         CASE WHEN order_code IS NULL THEN series_id WHEN line_code IS NULL THEN product_id END,
         CASE WHEN order_code IS NULL THEN (sold_on - date '1970-01-01')::text ELSE line_code END
       FROM shelfcast.sale WHERE tenant_id = '${tx.tenant}' AND import_id = ${Math.trunc(importId)})
     TO STDOUT WITH (NULL '')`,
  );
  const decoder = new TextDecoder();
  let rest = '';
  for await (const bytes of keys) {
    const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
    rest = lines.pop()!;
    // Codes hold no control characters: of what COPY escapes, only the backslash stands in them.
    for (const line of lines) seen.addAndTell(line.includes('\\') ? line.replaceAll('\\\\', '\\') : line);
  }
}
