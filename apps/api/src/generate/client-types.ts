import { comment, type JsonSchema, quoted, typeOf } from './type-of.ts';

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema: JsonSchema }>>;
}
interface Parameter {
  readonly in: string;
  readonly name: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema: JsonSchema;
}
interface DocumentOperation {
  readonly summary?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content>>;
}
export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DocumentOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> };
}

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];
const places = ['query', 'header', 'path', 'cookie'];

/**
 * Writes an OpenAPI document as the `paths` and `components` types that openapi-fetch reads.
 *
 * Written here because openapi-typescript brings a second TypeScript and 45 MB for what are, with a contract as plain
 * as ours, a hundred lines.
 */
export function clientTypes(document: Document): string {
  const paths = Object.entries(document.paths).map(
    ([path, operations]) =>
      `  '${path}': {\n${methods.map((m) => method(m, operations[m])).join('\n')}\n  };`,
  );
  const schemas = Object.entries(document.components.schemas).map(
    ([name, schema]) => `${comment(schema.description, '    ')}    ${name}: ${typeOf(schema, '    ')};`,
  );
  return [
    '// Generated from openapi.json by apps/api/src/generate.ts; never edited.\n',
    `export interface paths {\n${paths.join('\n')}\n}\n`,
    `export interface components {\n  schemas: {\n${schemas.join('\n')}\n  };\n}\n`,
  ].join('\n');
}

function method(name: string, operation: DocumentOperation | undefined): string {
  if (!operation) return `    ${name}?: never;`;
  return [
    `${comment(operation.summary, '    ')}    ${name}: {`,
    `      parameters: {\n${places.map((place) => parameters(place, operation)).join('\n')}\n      };`,
    requestBody(operation.requestBody),
    `      responses: {\n${Object.entries(operation.responses).map(response).join('\n')}\n      };`,
    '    };',
  ].join('\n');
}

function parameters(place: string, operation: DocumentOperation): string {
  const here = operation.parameters?.filter((parameter) => parameter.in === place) ?? [];
  if (!here.length) return `        ${place}?: never;`;
  const fields = here.map(
    ({ name, required, description, schema }) =>
      `${comment(description, '          ')}          ${quoted(name)}${required ? '' : '?'}: ${typeOf(schema, '          ')};`,
  );
  const optional = here.some((parameter) => parameter.required) ? '' : '?';
  return `        ${place}${optional}: {\n${fields.join('\n')}\n        };`;
}

function requestBody(body: Content | undefined): string {
  if (!body) return '      requestBody?: never;';
  return `      requestBody: { content: { ${contents(body)} } };`;
}

function response([status, answer]: [string, Content]): string {
  const content = answer.content ? `content: { ${contents(answer)} }` : 'content?: never';
  return `        ${status}: { headers: { [name: string]: unknown }; ${content} };`;
}

function contents(body: Content): string {
  return Object.entries(body.content ?? {})
    .map(([type, { schema }]) => `'${type}': ${typeOf(schema, '        ')}`)
    .join('; ');
}
