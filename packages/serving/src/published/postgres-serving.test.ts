import { after, before } from 'node:test';
import { cloneDatabase, type TestDatabase } from '@shelfcast/testing';
import { requestRun } from '../runs/request-run.ts';
import { postgresServing } from './postgres-serving.ts';
import { type Surroundings, servingStoreConformance } from './serving-store.conformance.ts';

let clone: TestDatabase;
let surroundings: Surroundings;
before(async () => {
  clone = await cloneDatabase();
  surroundings = {
    store: postgresServing(clone.database),
    tenant: () => clone.tenant(),
    run: (tenant) =>
      clone.database.withTenant(tenant, async (tx) => {
        const { run } = await requestRun(tx, { requestedBy: 'test' });
        await tx.query(
          `UPDATE shelfcast.run SET state = 'published', finished_at = now() WHERE tenant_id = $1 AND run_id = $2`,
          [tenant, run],
        );
        return run;
      }),
  };
});
after(() => clone.close());

servingStoreConformance('PostgreSQL', () => surroundings);
