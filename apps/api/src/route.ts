import type { Operation, OperationId, OperationSchema } from '@shelfcast/contract';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The operation of the contract that a route serves; what authentication and permissions go by. */
    readonly operation?: OperationId;
  }
}

/** The part of a route that the contract decides: `app.route({ ...route(operations.readRun), handler })`. */
export function route<const S extends OperationSchema>(operation: Operation<S>) {
  return {
    method: operation.method,
    url: operation.url,
    schema: operation.schema,
    config: { operation: operation.schema.operationId as OperationId },
  };
}
