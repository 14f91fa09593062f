import { Type } from 'typebox';
import { Forecast, ForecastBatch, ForecastBatchRequest, PastForecastPage } from '../resources/forecast.ts';
import { Id, oneOf, ref } from '../resources/schema.ts';
import { operation } from './operation.ts';
import { LocationParams, PageQuery, RunQuery, SeriesParams } from './parameters.ts';

export const readForecast = operation({
  method: 'GET',
  url: '/v1/forecasts/:series',
  problems: [400, 401, 403, 404],
  schema: {
    operationId: 'readForecast',
    tags: ['forecasts'],
    summary: 'The forecast of a series: mean and quantiles a period, the total, the scoreboard.',
    params: SeriesParams,
    querystring: RunQuery,
    response: { 200: ref(Forecast) },
  },
});

export const readForecastBatch = operation({
  method: 'POST',
  url: '/v1/forecasts/batch',
  problems: [400, 401, 403, 404],
  schema: {
    operationId: 'readForecastBatch',
    tags: ['forecasts'],
    summary: 'Forecasts of up to 1,000 series of one run.',
    body: ref(ForecastBatchRequest),
    response: { 200: ref(ForecastBatch) },
  },
});

export const exportForecasts = operation({
  method: 'GET',
  url: '/v1/forecasts/export',
  problems: [400, 401, 403, 404],
  streams: { 200: ['text/csv', 'application/vnd.apache.parquet'] },
  schema: {
    operationId: 'exportForecasts',
    tags: ['forecasts'],
    summary: 'All forecasts of one run as one file.',
    description:
      'A row a series and period: `product`, `location`, `date`, `model`, `mean`, `q0.05` … In CSV, text that a spreadsheet would take for a formula is preceded by an apostrophe.',
    querystring: Type.Object(
      { format: Type.Optional(oneOf(['csv', 'parquet'], { default: 'csv' })), run: Type.Optional(Id) },
      { additionalProperties: false },
    ),
    response: { 200: Type.Unknown() },
  },
});

export const listPastForecasts = operation({
  method: 'GET',
  url: '/v1/forecasts/:series/past',
  problems: [400, 401, 403, 404],
  schema: {
    operationId: 'listPastForecasts',
    tags: ['forecasts'],
    summary: 'What earlier runs published for a series, beside what then sold; newest first.',
    params: SeriesParams,
    querystring: PageQuery,
    response: { 200: ref(PastForecastPage) },
  },
});

export const readLocationForecast = operation({
  method: 'GET',
  url: '/v1/locations/:location/forecast',
  problems: [400, 401, 403, 404],
  schema: {
    operationId: 'readLocationForecast',
    tags: ['forecasts'],
    summary:
      'The forecast of all that a location sells: forecast as a series of its own, so its quantiles are real.',
    params: LocationParams,
    querystring: RunQuery,
    response: { 200: ref(Forecast) },
  },
});
