import { DataHealth } from '../resources/data-health.ts';
import { ref } from '../resources/schema.ts';
import { operation } from './operation.ts';

export const readDataHealth = operation({
  method: 'GET',
  url: '/v1/data-health',
  problems: [401, 403],
  schema: {
    operationId: 'readDataHealth',
    tags: ['imports'],
    summary:
      'How fresh and how complete sales are, what stands out in them, and what would make forecasts better.',
    response: { 200: ref(DataHealth) },
  },
});
