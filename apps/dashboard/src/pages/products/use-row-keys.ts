import { type RefObject, useEffect } from 'react';
import { isTyping } from '../../components/shell/use-shortcuts.ts';

/** J and K walk through the rows; the browser's own Enter opens the link. */
export function useRowKeys(body: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const step = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0;
      if (step === 0 || !body.current) return;
      const links = [...body.current.querySelectorAll<HTMLAnchorElement>('th a')];
      const at = links.indexOf(document.activeElement as HTMLAnchorElement);
      const next = at === -1 ? firstOnScreen(links) : links[at + step];
      if (!next) return;
      event.preventDefault();
      next.focus();
      next.scrollIntoView({ block: 'nearest' });
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [body]);
}

const firstOnScreen = (links: HTMLAnchorElement[]) =>
  links.find((link) => link.getBoundingClientRect().top > 80);
