import { useSyncExternalStore } from 'react';

let message = '';
const listeners = new Set<() => void>();

/** Says something to screen readers without moving the focus. The same words twice are said twice. */
export function announce(words: string): void {
  message = message === words ? `${words}\u00a0` : words;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

export function Announcer() {
  const words = useSyncExternalStore(subscribe, () => message);
  return (
    <div className="unseen" role="status" aria-live="polite">
      {words}
    </div>
  );
}
