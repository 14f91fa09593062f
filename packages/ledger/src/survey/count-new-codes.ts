import type { TenantTransaction } from '@shelfcast/database';
import type { NewCodes } from '../imports/import-row.ts';

/** Codes asked about in one statement. */
const CODES_A_QUERY = 10_000;
/** Shown to a person, who sees by them whether a column was mixed up. */
const EXAMPLES = 10;

/** How many of the codes the tenant does not know yet, and the first few. */
export async function countNewCodes(
  tx: TenantTransaction,
  kind: 'product' | 'location',
  codes: Iterable<string>,
): Promise<NewCodes> {
  let count = 0;
  const examples: string[] = [];
  const ask = async (some: readonly string[]) => {
    const unknown = await tx.query<{ code: string }>(
      `SELECT w.code FROM unnest($2::text[]) WITH ORDINALITY AS w (code, place)
       WHERE NOT EXISTS (SELECT FROM shelfcast.${kind} k WHERE k.tenant_id = $1 AND k.code = w.code)
       ORDER BY w.place`,
      [tx.tenant, some],
    );
    count += unknown.length;
    for (const { code } of unknown.slice(0, EXAMPLES - examples.length)) examples.push(code);
  };
  let some: string[] = [];
  for (const code of codes) {
    some.push(code);
    if (some.length < CODES_A_QUERY) continue;
    await ask(some);
    some = [];
  }
  if (some.length > 0) await ask(some);
  return { count, examples };
}
