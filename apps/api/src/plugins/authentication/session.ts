import cookie from '@fastify/cookie';
import { fastifySession } from '@fastify/session';
import type { Database } from '@shelfcast/database';
import { sessionStore } from '@shelfcast/identity';
import type { Session } from 'fastify';
import { fastifyPlugin } from 'fastify-plugin';

declare module 'fastify' {
  interface Session {
    userId?: string;
    tenantId?: string;
    /** The person's name, as shown beside what they do. */
    name?: string;
  }
}

export const SESSION_COOKIE = 'shelfcast_session';
/** Two weeks: a planner signs in anew about as often as a month's plan is made. */
const LIFE_MILLISECONDS = 14 * 24 * 3600 * 1000;

export interface SessionOptions {
  readonly database: Database;
  readonly secret: string;
}

/** The session cookie: signed, HttpOnly, SameSite=Lax, Secure on https; what it stands for lies in the database. */
export const sessionPlugin = fastifyPlugin<SessionOptions>(
  async (app, { database, secret }) => {
    await app.register(cookie);
    await app.register(fastifySession, {
      secret,
      store: sessionStore<Session>(database),
      cookieName: SESSION_COOKIE,
      saveUninitialized: false,
      // Not renewed with every request: that would be a write for every read.
      rolling: false,
      cookie: { path: '/', httpOnly: true, sameSite: 'lax', secure: 'auto', maxAge: LIFE_MILLISECONDS },
    });
  },
  { name: 'session' },
);
