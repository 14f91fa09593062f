import type { CesForm } from '../../kernels/ces/ces.ts';

/** The kinds of season of Svetunkov, Kourentzes & Ord 2022: none; each phase by itself; a real season; a complex one. */
export const cesKinds = ['none', 'partial', 'full', 'simple'] as const;
export type CesKind = (typeof cesKinds)[number];

/** Names of a kind's constants, in the order of the kernels. */
export const constantNames: Readonly<Record<CesKind, readonly string[]>> = {
  none: ['alphaReal', 'alphaImaginary'],
  simple: ['alphaReal', 'alphaImaginary'],
  partial: ['alphaReal', 'alphaImaginary', 'beta'],
  full: ['alphaReal', 'alphaImaginary', 'betaReal', 'betaImaginary'],
};

/** The recursion that a kind goes by. */
export function formOf(kind: CesKind): CesForm {
  return kind === 'partial' || kind === 'full' ? kind : 'plain';
}

/** Constants and the variance. States that backcasting finds are not counted, as in the authors' program. */
export function parameterCount(kind: CesKind): number {
  return constantNames[kind].length + 1;
}

/** Whether a history can carry this kind: two seasons to see one, and more values than AICc's correction takes. */
export function fitsKind(kind: CesKind, length: number, season: number, observed: number): boolean {
  if (kind !== 'none' && (season === 1 || length < 2 * season)) return false;
  return observed > parameterCount(kind) + 1;
}
