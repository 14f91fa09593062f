import { type ErrorDetails, requestErrors, ShelfcastError } from '@shelfcast/domain';
import type { FastifySchemaValidationError } from 'fastify';

const places: Readonly<Record<string, string>> = {
  body: 'the body',
  querystring: 'the query',
  params: 'the address',
  headers: 'the headers',
  mapping: 'the mapping',
  metadata: 'Upload-Metadata',
};

/** Turns the first finding of the validator into one sentence that names the field, and one that says what it takes. */
export function invalidRequest(
  findings: readonly FastifySchemaValidationError[],
  context = '',
): ShelfcastError {
  const finding = findings[0];
  const field = fieldOf(finding);
  const place = places[context] ?? 'the request';
  return new ShelfcastError(requestErrors.invalid, {
    ...explain(finding, field, place),
    where: field ? { field } : undefined,
  });
}

function fieldOf({ instancePath, keyword, params }: FastifySchemaValidationError): string {
  const path = instancePath.split('/').slice(1).map(unescapePointer);
  if (keyword === 'required') path.push(String(params.missingProperty));
  if (keyword === 'additionalProperties') path.push(String(params.additionalProperty));
  return path.join('.');
}

function explain(finding: FastifySchemaValidationError, field: string, place: string): ErrorDetails {
  const { keyword, params } = finding;
  const name = field === '' ? capital(place) : `“${field}” in ${place}`;
  switch (keyword) {
    case 'required':
      return { detail: `“${field}” is missing in ${place}.`, remedy: `Add “${field}”.` };
    case 'additionalProperties':
      return {
        detail: `${capital(place)} has an unknown field “${field}”.`,
        remedy: 'Remove it, or correct its name.',
      };
    case 'enum': {
      const allowed = (params.allowedValues as unknown[]).join(', ');
      return { detail: `${name} is none of the words it can be.`, remedy: `Use one of: ${allowed}.` };
    }
    case 'type':
      return {
        detail: `${name} has another type than it must.`,
        remedy: `Give ${[params.type].flat().map(wordOf).join(' or ')}.`,
      };
    case 'format':
      return { detail: `${name} is no ${params.format}.`, remedy: formatRemedy(String(params.format)) };
    default:
      return {
        detail: `${name} ${finding.message ?? 'is not valid'}.`,
        remedy: 'Correct it and send the request again.',
      };
  }
}

function formatRemedy(format: string): string {
  if (format === 'date') return 'Write a day as 2026-03-31.';
  if (format === 'uuid') return 'Take the id from a list, as it is.';
  if (format === 'email') return 'Write an address like name@example.com.';
  return `Give a value of the format ${format}.`;
}

const words: Readonly<Record<string, string>> = {
  integer: 'a whole number',
  number: 'a number',
  string: 'text',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};
const wordOf = (type: unknown): string => words[String(type)] ?? String(type);

const capital = (text: string): string => text[0].toUpperCase() + text.slice(1);
const unescapePointer = (text: string): string => text.replaceAll('~1', '/').replaceAll('~0', '~');
