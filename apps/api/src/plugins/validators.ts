import AjvCompiler from '@fastify/ajv-compiler';

const build: AjvCompiler.BuildCompilerFromPool = AjvCompiler();

/**
 * Query, path and headers are text: their numbers must be read from it. A JSON body has types of its own, and "12" for 12
 * or null for 0 is a mistake that we would rather name than guess at. Unknown fields are refused, not dropped.
 */
export const buildValidator: AjvCompiler.BuildCompilerFromPool = (schemas, options) => {
  const compile = (coerceTypes: boolean) =>
    build(schemas, {
      ...options,
      mode: undefined,
      customOptions: { coerceTypes, removeAdditional: false, useDefaults: true },
    });
  const body = compile(false);
  const text = compile(true);
  // Handed a route's part, whatever the type says.
  return (route) => ((route as { httpPart?: string }).httpPart === 'body' ? body(route) : text(route));
};
