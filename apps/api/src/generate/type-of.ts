/** The part of JSON Schema that the contract uses. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  /** The values of a record; `false` closes an object. */
  readonly additionalProperties?: JsonSchema | false;
  readonly required?: readonly string[];
  readonly description?: string;
}

/** Writes a schema as a TypeScript type. A schema that says nothing is `unknown`. */
export function typeOf(schema: JsonSchema, indent = ''): string {
  if (schema.$ref) return `components['schemas']['${schema.$ref.slice('#/components/schemas/'.length)}']`;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (schema.anyOf) return schema.anyOf.map((option) => typeOf(option, indent)).join(' | ');
  if (Array.isArray(schema.type))
    return schema.type.map((type) => typeOf({ ...schema, type }, indent)).join(' | ');
  switch (schema.type) {
    case 'string':
      return schema.format === 'binary' ? 'Blob' : 'string';
    case 'integer':
    case 'number':
      return 'number';
    case 'boolean':
    case 'null':
      return schema.type;
    case 'array':
      return listOf(typeOf(schema.items ?? {}, indent));
    case 'object':
      return objectOf(schema, indent);
    default:
      return 'unknown';
  }
}

function listOf(item: string): string {
  return item.includes('|') ? `(${item})[]` : `${item}[]`;
}

function objectOf(schema: JsonSchema, indent: string): string {
  const values = schema.additionalProperties;
  if (values && !schema.properties) return `{ [key: string]: ${typeOf(values, indent)} }`;
  const inner = `${indent}  `;
  const lines = Object.entries(schema.properties ?? {}).map(([name, property]) => {
    const optional = schema.required?.includes(name) ? '' : '?';
    return `${comment(property.description, inner)}${inner}${quoted(name)}${optional}: ${typeOf(property, inner)};`;
  });
  return lines.length ? `{\n${lines.join('\n')}\n${indent}}` : 'Record<string, never>';
}

export function comment(text: string | undefined, indent: string): string {
  return text ? `${indent}/** ${text.replaceAll('*/', '*\\/')} */\n` : '';
}

export function quoted(name: string): string {
  return /^[a-z_$][\w$]*$/i.test(name) ? name : JSON.stringify(name);
}
