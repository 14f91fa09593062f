import { Accuracy, Overview } from '../resources/overview.ts';
import { ref } from '../resources/schema.ts';
import { operation } from './operation.ts';

export const readOverview = operation({
  method: 'GET',
  url: '/v1/overview',
  problems: [401, 403],
  schema: {
    operationId: 'readOverview',
    tags: ['overview'],
    summary: 'What will sell in total and by location, how accurate so far, what needs attention.',
    response: { 200: ref(Overview) },
  },
});

export const readAccuracy = operation({
  method: 'GET',
  url: '/v1/accuracy',
  problems: [401, 403],
  schema: {
    operationId: 'readAccuracy',
    tags: ['overview'],
    summary: "Accuracy of the current run's backtest against seasonal naive: overall, by model, by location.",
    response: { 200: ref(Accuracy) },
  },
});
