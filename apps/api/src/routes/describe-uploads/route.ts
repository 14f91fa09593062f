import { MAX_UPLOAD_BYTES, operations } from '@shelfcast/contract';
import type { App } from '../../app-type.ts';
import { route } from '../../route.ts';
import { TUS_ALGORITHMS, TUS_EXTENSIONS, TUS_VERSION } from '../../uploads/tus.ts';

export function describeUploads(app: App): void {
  app.route({
    ...route(operations.describeUploads),
    handler: async (_request, reply) => {
      reply
        .code(204)
        .header('tus-resumable', TUS_VERSION)
        .header('tus-version', TUS_VERSION)
        .header('tus-extension', TUS_EXTENSIONS.join(','))
        .header('tus-checksum-algorithm', TUS_ALGORITHMS.join(','))
        .header('tus-max-size', String(MAX_UPLOAD_BYTES));
      return null;
    },
  });
}
