import { useSyncExternalStore } from 'react';
import { chosenTheme, onThemeChange, shownTheme } from './theme.ts';

/** The theme that was chosen, and the one that is shown: charts paint on a canvas, which no style sheet reaches. */
export function useTheme() {
  const chosen = useSyncExternalStore(onThemeChange, chosenTheme);
  const shown = useSyncExternalStore(onThemeChange, shownTheme);
  return { chosen, shown };
}
