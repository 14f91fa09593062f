import { randomFrom } from './random.ts';

/** The stand-in shop: gifts and homeware in six towns. */
export const locations = [
  { location: 1, code: 'LDN', name: 'London Camden', share: 1.6, closedOn: null },
  { location: 2, code: 'BTL', name: 'Brighton Lanes', share: 1.1, closedOn: null },
  { location: 3, code: 'BRS', name: 'Bristol Harbour', share: 0.95, closedOn: 0 },
  { location: 4, code: 'LDS', name: 'Leeds Arcade', share: 0.85, closedOn: 0 },
  { location: 5, code: 'EDI', name: 'Edinburgh Old Town', share: 1.25, closedOn: null },
  { location: 6, code: 'YRK', name: 'York Shambles', share: 0.7, closedOn: 0 },
] as const;

const kinds = [
  'Beeswax candle',
  'Stoneware mug',
  'Linen tea towel',
  'Enamel lantern',
  'Wool throw',
  'Oak serving board',
  'Paper star',
  'Glass vase',
  'Rose soap',
  'Jute basket',
  'Brass bell',
  'Felt garland',
  'Ceramic planter',
  'Recipe tin',
  'Wooden train',
  'Cotton bunting',
  'Honey dipper',
  'Fir wreath',
  'Letter rack',
  'Picnic rug',
  'Storage jar',
  'Tin drum',
  'Alarm clock',
  'Heart hanger',
] as const;
const tints = [
  'white',
  'sage',
  'clay',
  'ink blue',
  'rose',
  'mustard',
  'charcoal',
  'natural',
  'red spot',
  'striped',
] as const;
const sizes = ['', 'small', 'large', 'set of 4'] as const;

export interface Product {
  readonly code: string;
  readonly name: string;
  /** Units a day in a location of share 1. */
  readonly level: number;
  /** How much more sells before Christmas. */
  readonly festive: number;
}

/** Product `index`, always the same. */
export function productAt(index: number): Product {
  const random = randomFrom(7919 * (index + 1));
  const kind = kinds[index % kinds.length]!;
  const tint = tints[Math.floor(index / kinds.length) % tints.length]!;
  const size = sizes[Math.floor(index / (kinds.length * tints.length)) % sizes.length]!;
  const round = Math.floor(index / (kinds.length * tints.length * sizes.length));
  const festive = /star|wreath|garland|bell|candle|lantern/i.test(kind)
    ? 0.5 + random() * 0.5
    : random() * 0.25;
  return {
    code: `${21_000 + index}${'ABCDEFG'[index % 7]}`,
    name: [kind, tint, size, round > 0 ? `no. ${round + 1}` : '']
      .filter(Boolean)
      .join(', ')
      .replace(', no.', ' no.'),
    level: Math.exp(1.9 - 2.6 * random() + (index < 24 ? 1 : 0)),
    festive,
  };
}
