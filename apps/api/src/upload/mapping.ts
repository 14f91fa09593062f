import type { Mapping } from '@shelfcast/contract';
import { type ColumnMapping, requestErrors, ShelfcastError } from '@shelfcast/domain';
import type { FastifyRequest } from 'fastify';
import { invalidRequest } from '../plugins/problem/validation.ts';

/** Reads the mapping of an upload, which stands as JSON in the query because the body is the file. */
export function readMapping(request: FastifyRequest, text: string | undefined): ColumnMapping | undefined {
  if (text === undefined) return undefined;
  let mapping: Mapping;
  try {
    mapping = JSON.parse(text) as Mapping;
  } catch {
    throw new ShelfcastError(requestErrors.invalid, {
      detail: '“mapping” in the query is not JSON.',
      remedy: 'Percent-encode a JSON object such as {"product":["item"],"date":"date","value":"units"}.',
      where: { field: 'mapping' },
    });
  }
  const valid = request.compileValidationSchema({ $ref: 'Mapping#' }, 'body');
  if (!valid(mapping)) throw invalidRequest(valid.errors ?? [], 'mapping');
  return columnMapping(mapping);
}

/** A mapping of the API as the sources read it. */
export function columnMapping({
  product_name: productName,
  date_order: dateOrder,
  day_ends_at: dayEndsAt,
  ...others
}: Mapping): ColumnMapping {
  return {
    ...others,
    ...(productName !== undefined && { productName }),
    ...(dateOrder !== undefined && { dateOrder }),
    ...(dayEndsAt !== undefined && { dayEndsAt }),
  };
}
