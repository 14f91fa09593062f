import { fastifyPlugin } from 'fastify-plugin';

/** Fastify closes idle connections once, when it begins to close; those still busy then would be kept for 72 s after. */
const SWEEP_MILLISECONDS = 100;

/** While the server closes, connections go as soon as the answer on them is out: event streams, downloads, all others. */
export const drainPlugin = fastifyPlugin(
  async (app) => {
    app.addHook('preClose', async () => {
      const sweeping = setInterval(() => app.server.closeIdleConnections(), SWEEP_MILLISECONDS).unref();
      app.server.once('close', () => clearInterval(sweeping));
    });
  },
  { name: 'drain' },
);
