import helmet from '@fastify/helmet';
import { fastifyPlugin } from 'fastify-plugin';

/** The dashboard loads nothing from elsewhere and has no inline script or style; `blob:` and `data:` are its own images. */
const contentSecurityPolicy = (sendsTo: readonly string[]) => ({
  useDefaults: false,
  directives: {
    'default-src': ["'self'"],
    'connect-src': ["'self'", ...sendsTo],
    'img-src': ["'self'", 'data:', 'blob:'],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
  },
});

export interface SecurityHeadersOptions {
  /** Other origins that the dashboard sends to: a bucket that takes uploads by itself. */
  readonly sendsTo: readonly string[];
}

export const securityHeadersPlugin = fastifyPlugin<SecurityHeadersOptions>(
  async (app, { sendsTo }) => {
    await app.register(helmet, {
      contentSecurityPolicy: contentSecurityPolicy(sendsTo),
      referrerPolicy: { policy: 'same-origin' },
      xFrameOptions: { action: 'deny' },
    });
  },
  { name: 'security-headers' },
);
