import { operations } from '@shelfcast/contract';
import { getUpload } from '@shelfcast/ledger';
import type { App } from '../../app-type.ts';
import type { Dependencies } from '../../dependencies.ts';
import { route } from '../../route.ts';
import { takesPieces } from '../../uploads/ways.ts';

export function signUploadParts(app: App, { database }: Dependencies): void {
  app.route({
    ...route(operations.signUploadParts),
    handler: async (request) => {
      const { tenant } = request.principal;
      await database.withTenant(tenant, (tx) => getUpload(tx, request.params.upload), { readOnly: true });
      throw takesPieces();
    },
  });
}
