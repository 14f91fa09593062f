import { operations } from '@shelfcast/contract';
import { getImport, readSurvey } from '@shelfcast/ledger';
import type { App } from '../../app-type.ts';
import type { Dependencies } from '../../dependencies.ts';
import { notFound } from '../../not-found.ts';
import { presentSurvey } from '../../present/survey.ts';
import { route } from '../../route.ts';

export function readImportSurvey(app: App, { database }: Dependencies): void {
  app.route({
    ...route(operations.readImportSurvey),
    handler: (request) =>
      database.withTenant(request.principal.tenant, async (tx) => {
        const { import_id: importId } = await getImport(tx, request.params.import);
        const survey = await readSurvey(tx, importId);
        if (survey === null) throw notFound('survey of import', importId, 'GET /v1/imports');
        return presentSurvey(survey);
      }),
  });
}
