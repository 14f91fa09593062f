import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useDeferredValue, useState } from 'react';
import { seriesSearchQuery } from '../../api/series.ts';
import { nameOf } from '../../format/names.ts';
import { Dialog } from '../dialog.tsx';
import { ProblemNotice } from '../problem-notice.tsx';
import { places } from './places.ts';
import styles from './search-dialog.module.css';

interface Hit {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly go: () => void;
}

/** Find a product, or go to a page, without leaving the keyboard: a combobox in a dialog. */
export function SearchDialog({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [picked, setPicked] = useState(0);
  const wanted = useDeferredValue(text.trim());
  const { data, error, isFetching } = useQuery({
    ...seriesSearchQuery(wanted),
    placeholderData: keepPreviousData,
  });

  const pages: Hit[] = places
    .filter((place) => place.name.toLowerCase().includes(wanted.toLowerCase()))
    .map((place) => ({
      id: place.to,
      title: place.name,
      note: `g ${place.key}`,
      go: () => void navigate({ to: place.to }),
    }));
  const found: Hit[] = (wanted ? (data?.items ?? []) : []).map((item) => ({
    id: `series-${item.series}`,
    title: nameOf(item.product),
    note: nameOf(item.location),
    go: () => void navigate({ to: '/products/$series', params: { series: item.series } }),
  }));
  const hits = wanted ? [...found, ...pages] : pages;
  const at = Math.min(picked, Math.max(0, hits.length - 1));

  const choose = (hit: Hit | undefined) => {
    if (!hit) return;
    onClose();
    hit.go();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setPicked((at + step + hits.length) % Math.max(1, hits.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      choose(hits[at]);
    }
  };

  return (
    <Dialog title="Find" onClose={onClose}>
      <input
        className={styles.input}
        type="text"
        role="combobox"
        aria-label="Find a product, a location or a page"
        aria-expanded={hits.length > 0}
        aria-controls="search-hits"
        aria-activedescendant={hits[at] ? `hit-${hits[at].id}` : undefined}
        placeholder="Product, code, location or page"
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setPicked(0);
        }}
        onKeyDown={onKeyDown}
      />
      {error && <ProblemNotice error={error} />}
      <div id="search-hits" role="listbox" aria-label="What was found" className={styles.hits}>
        {hits.map((hit, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the combobox's, which keeps the focus
          <div
            key={hit.id}
            id={`hit-${hit.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className={styles.hit}
            onClick={() => choose(hit)}
            onPointerMove={() => setPicked(index)}
          >
            <span>{hit.title}</span>
            <span className={styles.note}>{hit.note}</span>
          </div>
        ))}
      </div>
      {wanted && hits.length === 0 && !isFetching && (
        <p className="quiet" role="status">
          Nothing is called “{wanted}”. Try a part of the name, or the code on the till receipt.
        </p>
      )}
    </Dialog>
  );
}
