/** Objects within objects, as deep as any export nests a value that matters. */
const MAX_DEPTH = 4;

/** Values of an object as text, by their keys; those of inner objects under `outer.inner`. A list is its JSON text. */
export function flatten(object: object): Map<string, string> {
  const values = new Map<string, string>();
  collect(object, '', 1, values);
  return values;
}

function collect(object: object, prefix: string, depth: number, into: Map<string, string>): void {
  for (const [key, value] of Object.entries(object)) {
    const name = prefix + key;
    if (value === null || value === undefined) into.set(name, '');
    else if (typeof value !== 'object') into.set(name, String(value));
    else if (Array.isArray(value) || depth === MAX_DEPTH) into.set(name, JSON.stringify(value));
    else collect(value, `${name}.`, depth + 1, into);
  }
}
