import { operations } from '@shelfcast/contract';
import type { App } from '../../app-type.ts';
import { route } from '../../route.ts';

export function readOpenApi(app: App): void {
  let text: string | undefined;
  app.route({
    ...route(operations.readOpenApi),
    handler: async (_request, reply) => {
      // All routes are known once the server is ready, and never change after.
      text ??= JSON.stringify(app.swagger());
      return reply.type('application/json').send(text);
    },
  });
}
