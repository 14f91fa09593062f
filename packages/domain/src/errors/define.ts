import type { ErrorKind } from './shelfcast-error.ts';

type Causes = Readonly<Record<string, readonly [status: number, title: string]>>;

/** Names an area's errors: `defineErrors('upload', { empty_file: [422, 'The file is empty'] })`. */
export function defineErrors<C extends Causes>(
  area: string,
  causes: C,
): { readonly [K in keyof C]: ErrorKind } {
  const kinds: Record<string, ErrorKind> = {};
  for (const [cause, [status, title]] of Object.entries(causes)) {
    kinds[cause] = Object.freeze({ code: `${area}.${cause}`, status, title });
  }
  return Object.freeze(kinds) as { readonly [K in keyof C]: ErrorKind };
}
