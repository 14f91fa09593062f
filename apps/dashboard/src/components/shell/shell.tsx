import { Outlet } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { Announcer } from '../announcer.tsx';
import { SkeletonPage } from '../skeleton.tsx';
import { AccountMenu } from './account-menu.tsx';
import { Brand } from './brand.tsx';
import { HelpDialog } from './help-dialog.tsx';
import { Navigation } from './navigation.tsx';
import { SearchButton } from './search-button.tsx';
import { SearchDialog } from './search-dialog.tsx';
import styles from './shell.module.css';
import { useShortcuts } from './use-shortcuts.ts';

/** What stays around every page: the way to the others, search, the account. */
export function Shell() {
  const [open, setOpen] = useState<'search' | 'help' | null>(null);
  useShortcuts({ onSearch: () => setOpen('search'), onHelp: () => setOpen('help') });
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#content">
        Skip to the content
      </a>
      <header className={styles.side}>
        <div className={styles.top}>
          <Brand />
          <SearchButton onOpen={() => setOpen('search')} />
        </div>
        <Navigation />
        <AccountMenu onHelp={() => setOpen('help')} />
      </header>
      <main id="content" className={styles.main} tabIndex={-1}>
        <Suspense fallback={<SkeletonPage label="Loading" />}>
          <Outlet />
        </Suspense>
      </main>
      <Announcer />
      {open === 'search' && <SearchDialog onClose={() => setOpen(null)} />}
      {open === 'help' && <HelpDialog onClose={() => setOpen(null)} />}
    </div>
  );
}
