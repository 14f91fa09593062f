import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { places } from './places.ts';

interface Handlers {
  readonly onSearch: () => void;
  readonly onHelp: () => void;
}

/** How long `g` waits for its second letter. */
const SECOND_KEY_MS = 1500;

/** Single keys, wherever nobody types. An element with `data-search` takes `/` for itself: a list with its own search field. */
export function useShortcuts({ onSearch, onHelp }: Handlers): void {
  const navigate = useNavigate();
  const handlers = useRef({ onSearch, onHelp });
  handlers.current = { onSearch, onHelp };

  useEffect(() => {
    let afterG = 0;
    const onKeyDown = (event: KeyboardEvent) => {
      const openSearch = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k';
      if (openSearch) {
        event.preventDefault();
        handlers.current.onSearch();
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const place = places.find((one) => one.key === event.key);
      if (place && Date.now() - afterG < SECOND_KEY_MS) {
        afterG = 0;
        event.preventDefault();
        void navigate({ to: place.to });
      } else if (event.key === 'g') {
        afterG = Date.now();
      } else if (event.key === '/') {
        event.preventDefault();
        const field = document.querySelector<HTMLInputElement>('input[data-search]');
        if (field) field.select();
        else handlers.current.onSearch();
      } else if (event.key === '?') {
        event.preventDefault();
        handlers.current.onHelp();
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [navigate]);
}

export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches(
      'input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable], dialog *',
    )
  );
}
