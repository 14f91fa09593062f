import type { Plugin } from 'vite';
import { handle } from './handle.ts';
import { World } from './world.ts';

/** In development the stand-in API answers /v1, so that pages can be made without a database. */
export function mockBackEnd(): Plugin {
  return {
    name: 'shelfcast-mock-back-end',
    apply: 'serve',
    configureServer(server) {
      const world = new World();
      server.middlewares.use((request, response, next) => {
        if (!handle(world, request, response)) next();
      });
    },
  };
}
