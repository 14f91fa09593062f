import type { Model } from '../../contract.ts';
import { mstl } from './mstl.ts';

const NAME = /^mstl\((.+)\)$/;

/** Made once each: a plan's candidates are told apart by identity. */
const made = new Map<string, Model>();

/** `mstl(<name>)` with the model that `named` knows by that name; undefined where `name` is of another form. */
export function mstlNamed(name: string, named: (inner: string) => Model): Model | undefined {
  const inner = NAME.exec(name)?.[1];
  if (inner === undefined) return undefined;
  const known = made.get(name);
  if (known) return known;
  const model = mstl(named(inner));
  made.set(name, model);
  return model;
}
