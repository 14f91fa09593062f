import type { FindingKind } from '@shelfcast/contract';
import { Link } from '@tanstack/react-router';
import type { Finding } from '../../format/data-health.ts';
import { dayRange, plainDay } from '../../format/dates.ts';
import { nameOf } from '../../format/names.ts';
import { counted, units as exact, roundUnits } from '../../format/numbers.ts';

type Example = Finding['examples'][number];

/** One case: whose it is, as a link to it, and what is the matter. */
export function ExampleLine({ kind, example }: { kind: FindingKind; example: Example }) {
  const { product, location, series, currency } = example;
  const whose = product ? nameOf(product) : location ? nameOf(location) : currency;
  return (
    <>
      {whose && <Whose example={example}>{whose}</Whose>}
      {product && location && series !== undefined && <span className="quiet">, {nameOf(location)}</span>}
      {whose && matter(kind, example) && ': '}
      {matter(kind, example)}
      {example.import !== undefined && (
        <>
          {' · '}
          <Link to="/imports/$import" params={{ import: example.import }}>
            import {example.import}
          </Link>
        </>
      )}
    </>
  );
}

function Whose({ example: { series, product, location }, children }: { example: Example; children: string }) {
  if (series !== undefined)
    return (
      <Link to="/products/$series" params={{ series }}>
        {children}
      </Link>
    );
  const search = product ? { search: product.code } : location ? { location: location.code } : undefined;
  if (!search) return <strong>{children}</strong>;
  return (
    <Link to="/products" search={search}>
      {children}
    </Link>
  );
}

function matter(kind: FindingKind, example: Example): string {
  const { from, to, days = 0, units = 0, usual = 0, stated = 0 } = example;
  const when = from && to ? (from === to ? plainDay(from) : dayRange(from, to)) : '';
  const about = `about ${roundUnits(units)} units`;
  switch (kind) {
    case 'locations-behind':
    case 'locations-gone':
      return `last sales on ${plainDay(from!)}, ${counted(days, 'open day')} since, ${about} missing`;
    case 'gaps':
      return `${when}, ${about} missing`;
    case 'low-coverage':
      return `${roundUnits(units)} units so far, ${exact(usual)} on a day with sales`;
    case 'short-history':
      return `sells since ${plainDay(from!)}, ${roundUnits(units)} units so far`;
    case 'young-ledger':
      return when;
    case 'stopped':
      return `last sold on ${plainDay(from!)}, about ${exact(usual)} a day before`;
    case 'stock-outs':
      return `${counted(days, 'day')} between ${dayRange(from!, to!)}, ${stockWords(days, stated)}, ${about} not sold`;
    case 'outliers':
      return `${exact(units)} on ${plainDay(from!)}, usually ${exact(usual)}`;
    case 'returns-above-sales':
      return `${exact(units)} returned, ${exact(usual)} sold`;
    case 'negative-stock':
      return `${exact(units)} on ${plainDay(to!)}`;
    case 'currencies-mixed':
      return `${roundUnits(units)} units, ${when}`;
    case 'future-sales':
      return `${exact(units)} on ${when}`;
    case 'no-name':
      return '';
  }
}

function stockWords(days: number, stated: number): string {
  if (stated === 0) return 'inferred from its sales';
  return stated === days
    ? 'as your files say'
    : `${counted(stated, 'day')} as your files say, the rest inferred`;
}
