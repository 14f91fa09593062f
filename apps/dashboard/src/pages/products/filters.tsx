import type { SeriesFacets } from '@shelfcast/contract';
import { useEffect, useRef, useState } from 'react';
import type { SeriesFilter } from '../../api/series.ts';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { Select } from '../../components/select.tsx';
import { attentionKinds, attentionWords } from '../../format/attention.ts';
import { nameOf } from '../../format/names.ts';
import { count } from '../../format/numbers.ts';
import { AttributeChip } from './attribute-chip.tsx';
import styles from './filters.module.css';
import { isFiltered } from './search.ts';

interface Props {
  readonly filter: SeriesFilter;
  readonly facets: SeriesFacets | undefined;
  readonly onFilter: (change: Partial<SeriesFilter>) => void;
}

/** A pause in typing after which the list is asked again. */
const TYPING_MS = 180;

/** Search and filters; they live in the address, so that a list can be sent to somebody. */
export function Filters({ filter, facets, onFilter }: Props) {
  const [text, setText] = useState(filter.search ?? '');
  const asked = useRef(filter.search ?? '');

  // Back and forward change the address without typing.
  useEffect(() => {
    const search = filter.search ?? '';
    if (search !== asked.current) {
      asked.current = search;
      setText(search);
    }
  }, [filter.search]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only typing starts the wait
  useEffect(() => {
    if (text.trim() === asked.current) return;
    const timer = setTimeout(() => {
      asked.current = text.trim();
      onFilter({ search: text.trim() || undefined });
    }, TYPING_MS);
    return () => clearTimeout(timer);
  }, [text]);

  return (
    <search className={styles.filters}>
      <div className={styles.search}>
        <Icon name="search" size={18} />
        <input
          type="search"
          data-search
          aria-label="Search products"
          aria-keyshortcuts="/"
          placeholder="Search by name or code"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <Select
        aria-label="Location"
        value={filter.location ?? ''}
        onChange={(event) => onFilter({ location: event.target.value || undefined })}
      >
        <option value="">All locations</option>
        {facets?.locations.map((one) => (
          <option key={one.code} value={one.code}>
            {nameOf(one)} ({count(one.series)})
          </option>
        ))}
      </Select>
      <Select
        aria-label="Needs attention"
        value={filter.attention ?? ''}
        onChange={(event) =>
          onFilter({ attention: attentionKinds.find((kind) => kind === event.target.value) })
        }
      >
        <option value="">Any reason to look</option>
        {attentionKinds
          .filter((kind) => facets?.attention[kind] || kind === filter.attention)
          .map((kind) => (
            <option key={kind} value={kind}>
              {attentionWords(kind).short} ({count(facets?.attention[kind] ?? 0)})
            </option>
          ))}
      </Select>
      {filter.attribute && (
        <AttributeChip attribute={filter.attribute} onRemove={() => onFilter({ attribute: undefined })} />
      )}
      {isFiltered(filter) && (
        <Button
          look="quiet"
          icon="close"
          onClick={() => {
            asked.current = '';
            setText('');
            onFilter({
              search: undefined,
              location: undefined,
              attribute: undefined,
              attention: undefined,
              model: undefined,
            });
          }}
        >
          Clear
        </Button>
      )}
      <a className={styles.export} href="/v1/forecasts/export?format=csv" download>
        <Icon name="download" size={16} /> Export all as CSV
      </a>
    </search>
  );
}
