import { bodyOf, type Call, json, problem } from './answer.ts';
import type { Routes } from './routes.ts';

export const demoUser = { email: 'demo@shelfcast.example', password: 'correct horse battery staple' };

const session = ({ world }: Call) => ({
  user: { user: '6f0f6a3c-5a0e-4b7e-9a58-0d5d4e1f7c11', email: demoUser.email, name: 'Robin Hartley' },
  tenant: {
    tenant: '0b8f7c1e-1f0b-4c8d-8f0e-6c1d2a3b4c5d',
    name: 'Hartley & Finch',
    time_zone: 'Europe/London',
    currency: 'GBP',
  },
  role: world.role,
});

export const isSignedIn = ({ request }: Call) => /(?:^|; )mock=in/.test(request.headers.cookie ?? '');

export const sessionRoutes: Routes = {
  'GET /v1/session': (call) => json(call, session(call)),
  'POST /v1/session': async (call) => {
    const asked = JSON.parse((await bodyOf(call)).toString()) as Partial<typeof demoUser>;
    if (asked.email !== demoUser.email || asked.password !== demoUser.password) {
      problem(
        call,
        401,
        'auth.wrong_password',
        'Email or password is wrong',
        'No account has this email with this password.',
        'Check both, or ask an owner of your shop for an invitation.',
      );
      return;
    }
    call.response.setHeader('set-cookie', 'mock=in; Path=/; HttpOnly; SameSite=Lax');
    json(call, session(call));
  },
  'DELETE /v1/session': (call) => {
    call.response.setHeader('set-cookie', 'mock=; Path=/; Max-Age=0');
    json(call, null, 204);
  },
};
