import type { KeyboardEvent } from 'react';
import type { Fan } from './fan.ts';

/** Arrow keys by one period, Page keys by a week or a year's quarter, Home and End, Escape to let go. */
export function useChartKeys(
  fan: Fan,
  index: number | null,
  moveTo: (index: number) => void,
  leave: () => void,
) {
  const leap = fan.frequency === 'D' ? 7 : fan.frequency === 'W' ? 4 : 12;
  return (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = index ?? fan.firstForecast - 1;
    const moves: Record<string, number> = {
      ArrowRight: at + 1,
      ArrowUp: at + 1,
      ArrowLeft: at - 1,
      ArrowDown: at - 1,
      PageUp: at + leap,
      PageDown: at - leap,
      Home: fan.firstForecast,
      End: fan.dates.length - 1,
    };
    if (event.key in moves) {
      event.preventDefault();
      moveTo(moves[event.key]!);
    } else if (event.key === 'Escape' && index !== null) {
      leave();
    }
  };
}
