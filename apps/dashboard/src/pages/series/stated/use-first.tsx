import { type ReactNode, useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { count } from '../../../format/numbers.ts';

/** The first few of a list, and a button that shows the rest; no button where there is no rest. */
export function useFirst<T>(items: readonly T[], few: number): [readonly T[], ReactNode] {
  const [all, setAll] = useState(false);
  if (items.length <= few) return [items, null];
  const button = (
    <Button small look="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
      {all ? 'Show fewer' : `Show all ${count(items.length)}`}
    </Button>
  );
  return [all ? items : items.slice(0, few), button];
}
