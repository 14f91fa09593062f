import { Type } from 'typebox';
import { LocationPage } from '../resources/location.ts';
import { Day, oneOf, ref } from '../resources/schema.ts';
import {
  Attention,
  History,
  Series,
  SeriesDetails,
  SeriesFacets,
  SeriesPage,
  seriesSorts,
} from '../resources/series.ts';
import { operation } from './operation.ts';
import { cursorFields, PageQuery, SeriesParams } from './parameters.ts';

export const listSeries = operation({
  method: 'GET',
  url: '/v1/series',
  problems: [400, 401, 403],
  schema: {
    operationId: 'listSeries',
    tags: ['series'],
    summary: 'Series with what the current run says about each: search, filter, sort.',
    querystring: Type.Object(
      {
        search: Type.Optional(
          Type.String({ maxLength: 100, description: 'In codes and names of product and location.' }),
        ),
        location: Type.Optional(Type.String({ maxLength: 200, description: "A location's code." })),
        attribute: Type.Optional(
          Type.String({
            maxLength: 300,
            pattern: '^[^:]+:.+$',
            description: 'An attribute of the product and its value, `category:light`.',
          }),
        ),
        model: Type.Optional(Type.String({ maxLength: 100 })),
        attention: Type.Optional(Attention),
        sort: Type.Optional(oneOf(seriesSorts, { default: '-total_mean' })),
        ...cursorFields,
      },
      { additionalProperties: false },
    ),
    response: { 200: ref(SeriesPage) },
  },
});

export const readSeriesFacets = operation({
  method: 'GET',
  url: '/v1/series/facets',
  problems: [401, 403],
  schema: {
    operationId: 'readSeriesFacets',
    tags: ['series'],
    summary: 'How many series there are by model, location and cause of attention.',
    response: { 200: ref(SeriesFacets) },
  },
});

export const readSeries = operation({
  method: 'GET',
  url: '/v1/series/:series',
  problems: [400, 401, 403, 404],
  schema: {
    operationId: 'readSeries',
    tags: ['series'],
    summary: 'One series.',
    params: SeriesParams,
    response: { 200: ref(Series) },
  },
});

export const readSeriesDetails = operation({
  method: 'GET',
  url: '/v1/series/:series/details',
  problems: [400, 401, 403, 404],
  schema: {
    operationId: 'readSeriesDetails',
    tags: ['series'],
    summary: 'What files say of a series beside its sales: attributes, stock, prices and promotions ahead.',
    params: SeriesParams,
    response: { 200: ref(SeriesDetails) },
  },
});

export const readHistory = operation({
  method: 'GET',
  url: '/v1/series/:series/history',
  problems: [400, 401, 403, 404],
  schema: {
    operationId: 'readHistory',
    tags: ['series'],
    summary: 'What a series sold, a value a day; closed days are null, stock-outs are named.',
    params: SeriesParams,
    querystring: Type.Object(
      { from: Type.Optional(Day), to: Type.Optional(Day) },
      { additionalProperties: false },
    ),
    response: { 200: ref(History) },
  },
});

export const listLocations = operation({
  method: 'GET',
  url: '/v1/locations',
  problems: [400, 401, 403],
  schema: {
    operationId: 'listLocations',
    tags: ['series'],
    summary: 'Locations, by code.',
    querystring: PageQuery,
    response: { 200: ref(LocationPage) },
  },
});
