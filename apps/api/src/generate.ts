import { writeFile } from 'node:fs/promises';
import { operations, resources } from '@shelfcast/contract';
import { fastify } from 'fastify';
import { clientTypes, type Document } from './generate/client-types.ts';
import { documentPlugin } from './plugins/document.ts';

/**
 * Writes what is derived from the contract: openapi.json and the client's types.
 *
 *     node apps/api/src/generate.ts
 *
 * A test compares both with what this makes, and openapi.json with what the running server answers.
 */
const folder = new URL('../../../packages/contract/src/generated/', import.meta.url);
export const generatedFiles = {
  document: new URL('openapi.json', folder),
  client: new URL('client.ts', folder),
};

export async function generate(): Promise<{ document: string; client: string }> {
  const app = fastify();
  for (const resource of resources) app.addSchema(resource);
  await app.register(documentPlugin);
  for (const { method, url, schema } of Object.values(operations)) {
    app.route({ method, url, schema, handler: () => undefined });
  }
  await app.ready();
  const document = `${JSON.stringify(app.swagger(), null, 2)}\n`;
  await app.close();
  return { document, client: clientTypes(JSON.parse(document) as Document) };
}

if (import.meta.main) {
  const { document, client } = await generate();
  await writeFile(generatedFiles.document, document);
  await writeFile(generatedFiles.client, client);
}
