import type { FastifyReply } from 'fastify';
import { fastifyPlugin } from 'fastify-plugin';
import { eventId, eventStream, type Watched } from '../event-stream.ts';

type Watching<T> = Pick<Watched<T>, 'name' | 'read' | 'ended'>;

declare module 'fastify' {
  interface FastifyReply {
    /** Answers with server-sent events until the watched thing ends, the client leaves, or the server closes. */
    watch<T>(now: T, watching: Watching<T>): FastifyReply;
  }
}

export const eventStreamPlugin = fastifyPlugin(
  async (app) => {
    const closing = new AbortController();
    // Before the server waits for what is in flight: a stream would never end by itself.
    app.addHook('preClose', async () => closing.abort());

    app.decorateReply('watch', function watch<
      T,
    >(this: FastifyReply, now: T, watching: Watching<T>): FastifyReply {
      const lastEventId = this.request.headers['last-event-id'] as string | undefined;
      // 204 tells a browser to reconnect no more.
      if (watching.ended(now) && lastEventId === eventId(now)) return this.code(204).send();
      const left = new AbortController();
      this.raw.once('close', () => left.abort());
      return this.header('cache-control', 'no-store')
        .header('x-accel-buffering', 'no')
        .type('text/event-stream')
        .send(
          eventStream({ ...watching, lastEventId, signal: AbortSignal.any([closing.signal, left.signal]) }),
        );
    });
  },
  { name: 'event-streams' },
);
