import { type Static, Type } from 'typebox';
import { Mapping } from './import.ts';
import { Instant, integerOrNull, oneOf, ref, textOrNull } from './schema.ts';

export const uploadWays = ['tus', 'parts'] as const;

/** 5 GiB: a till's export of some years; beyond, a file is better cut by year. */
export const MAX_UPLOAD_BYTES = 5 * 2 ** 30;

export const NewUpload = Type.Object(
  {
    file_name: Type.String({ minLength: 1, maxLength: 255 }),
    file_bytes: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }),
    fingerprint: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 400,
        description:
          'How you know the file again, such as name, size and date. An unfinished upload of the same fingerprint and size goes on where it was.',
      }),
    ),
    mapping: Type.Optional(ref(Mapping)),
    review: Type.Optional(
      Type.Boolean({ description: 'Say what the file holds, and wait for a decision before it is loaded.' }),
    ),
    forecast: Type.Optional(Type.Boolean({ description: 'Start a run once the rows are in.' })),
  },
  {
    $id: 'NewUpload',
    additionalProperties: false,
    examples: [{ file_name: 'sales-2025.csv', file_bytes: 2147483648, review: true }],
  },
);
export type NewUpload = Static<typeof NewUpload>;

/** A file on its way, before it is an import. */
export const Upload = Type.Object(
  {
    upload: Type.String({ format: 'uuid' }),
    way: oneOf(uploadWays, {
      description:
        '`tus`: send the bytes from `received_bytes` on by PATCH to this address. `parts`: send each part by PUT to an address from …/parts, then complete.',
    }),
    file_name: Type.String(),
    file_bytes: Type.Integer(),
    received_bytes: Type.Integer(),
    part_bytes: integerOrNull({ description: 'Size of each part but the last; null where the way is tus.' }),
    parts_received: Type.Unsafe<number[] | null>({
      type: ['array', 'null'],
      items: { type: 'integer' },
      description: 'Parts that have arrived, from 1; null where the way is tus.',
    }),
    fingerprint: textOrNull(),
    import: integerOrNull({ description: 'The import that it has become; null before its last byte.' }),
    created_by: textOrNull(),
    created_at: Instant,
    expires_at: { ...Instant, description: 'When it is removed, unless it goes on before.' },
  },
  {
    $id: 'Upload',
    examples: [
      {
        upload: '0e4c1f6a-6a0c-4f39-9d5b-2f1b8d1c7a10',
        way: 'tus',
        file_name: 'sales-2025.csv',
        file_bytes: 2147483648,
        received_bytes: 805306368,
        part_bytes: null,
        parts_received: null,
        fingerprint: 'sales-2025.csv/2147483648/1767225600000',
        import: null,
        created_by: 'demo@shelfcast.example',
        created_at: '2026-04-01T06:00:00.000Z',
        expires_at: '2026-04-08T06:10:00.000Z',
      },
    ],
  },
);
export type Upload = Static<typeof Upload>;

export const UploadList = Type.Object({ items: Type.Array(ref(Upload)) }, { $id: 'UploadList' });
export type UploadList = Static<typeof UploadList>;

export const WantedParts = Type.Object(
  {
    parts: Type.Optional(
      Type.Array(Type.Integer({ minimum: 1, maximum: 10_000 }), { minItems: 1, maxItems: 100 }),
    ),
  },
  { $id: 'WantedParts', additionalProperties: false, examples: [{ parts: [1, 2, 3] }] },
);
export type WantedParts = Static<typeof WantedParts>;

/** Where to send parts. */
export const SignedParts = Type.Object(
  {
    items: Type.Array(
      Type.Object({
        part: Type.Integer(),
        bytes: Type.Integer({
          description: 'The part is exactly so long; the store refuses another length.',
        }),
        url: Type.String({ description: 'Takes the bytes by PUT, without any other header of yours.' }),
      }),
    ),
    expires_at: Instant,
  },
  { $id: 'SignedParts' },
);
export type SignedParts = Static<typeof SignedParts>;
