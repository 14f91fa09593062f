import { type GateFunction, gateFunctions } from './functions.ts';

type Functions = typeof gateFunctions;

/** `gate.userByEmail(email)` → the rows of `gate.user_by_email($1)`. */
export type Gate = {
  readonly [Name in keyof Functions]: Functions[Name] extends GateFunction<infer Arguments, infer Row>
    ? (...args: Arguments) => Promise<Row[]>
    : never;
};

type Query = (text: string, values: readonly unknown[]) => Promise<object[]>;

export function gateOn(query: Query): Gate {
  const entries = Object.entries(gateFunctions).map(([key, { name, parameters }]) => {
    const list = parameters.map((type, i) => `$${i + 1}::${type}`).join(', ');
    return [key, (...args: unknown[]) => query(`SELECT * FROM gate.${name}(${list})`, args)];
  });
  return Object.fromEntries(entries) as Gate;
}
