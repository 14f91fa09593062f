import { type Static, Type } from 'typebox';

/** RFC 9457 `application/problem+json`; `code` is stable and has a page under docs/errors. */
export const Problem = Type.Object(
  {
    type: Type.String({ description: "Address of the error's page." }),
    title: Type.String({ description: 'What kind of error; the same for every occurrence.' }),
    status: Type.Integer(),
    code: Type.String({ description: '`area.cause`: stable, for programs.' }),
    detail: Type.String({ description: 'What happened this time.' }),
    remedy: Type.String({ description: 'What to do about it.' }),
    where: Type.Optional(
      Type.Object({
        file: Type.Optional(Type.String()),
        row: Type.Optional(Type.Integer({ description: '1 = the first line after the header.' })),
        field: Type.Optional(Type.String()),
      }),
    ),
    instance: Type.String({ description: 'The id of this request, as it stands in our log.' }),
  },
  {
    $id: 'Problem',
    examples: [
      {
        type: 'https://github.com/shelfcast/platform/blob/main/docs/errors/request.not_found.md',
        title: 'Not found',
        status: 404,
        code: 'request.not_found',
        detail: 'There is no series 12.',
        remedy: 'Take an id from GET /v1/series.',
        instance: 'req-1f',
      },
    ],
  },
);
export type Problem = Static<typeof Problem>;

/** Why an import or a run failed: a problem without the request around it. */
export const Failure = Type.Object(
  {
    code: Type.String(),
    title: Type.String(),
    detail: Type.String(),
    remedy: Type.String(),
    where: Type.Optional(
      Type.Object({
        file: Type.Optional(Type.String()),
        row: Type.Optional(Type.Integer()),
        field: Type.Optional(Type.String()),
      }),
    ),
  },
  { $id: 'Failure' },
);
export type Failure = Static<typeof Failure>;
