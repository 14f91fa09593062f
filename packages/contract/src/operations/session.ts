import { Type } from 'typebox';
import { ref } from '../resources/schema.ts';
import { Session, SignIn } from '../resources/session.ts';
import { operation } from './operation.ts';

export const signIn = operation({
  method: 'POST',
  url: '/v1/session',
  problems: [400, 401, 403, 429],
  schema: {
    operationId: 'signIn',
    tags: ['session'],
    summary: 'Sign in with email and password; sets the session cookie.',
    body: ref(SignIn),
    response: { 200: ref(Session) },
  },
});

export const readSession = operation({
  method: 'GET',
  url: '/v1/session',
  problems: [401, 403],
  schema: {
    operationId: 'readSession',
    tags: ['session'],
    summary: 'Who is signed in, and for which tenant.',
    response: { 200: ref(Session) },
  },
});

export const signOut = operation({
  method: 'DELETE',
  url: '/v1/session',
  problems: [403],
  schema: {
    operationId: 'signOut',
    tags: ['session'],
    summary: 'Sign out. Also answers 204 where nobody is signed in.',
    response: { 204: Type.Null() },
  },
});
