import { operations } from '@shelfcast/contract';
import { requestErrors, ShelfcastError } from '@shelfcast/domain';
import type { App } from '../../app-type.ts';
import type { Dependencies } from '../../dependencies.ts';
import { presentSession } from '../../present/session.ts';
import { route } from '../../route.ts';

export function readSession(app: App, { database }: Dependencies): void {
  app.route({
    ...route(operations.readSession),
    handler: async ({ principal }) => {
      const session =
        principal.kind === 'user' && (await presentSession(database, principal.user, principal.tenant));
      if (session) return session;
      throw new ShelfcastError(requestErrors.not_signed_in, {
        detail: 'The account or the company of this session is gone.',
        remedy: 'Sign in again.',
      });
    },
  });
}
