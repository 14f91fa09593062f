import { type Day, formatDay } from '@shelfcast/domain';
import type { NumberStyle } from './styles.ts';

/** Day 0 of the two calendars, in days since 1970-01-01. Excel takes 1900 for a leap year: its day 60 never was. */
const DAY_ZERO_1900: Day = -25_569;
const DAY_ZERO_1904: Day = -24_107;
const NEVER_DAY = 60;
const SECONDS_A_DAY = 86_400;

/** A number of a sheet as text: a day as `2026-01-31`, a moment with its time, a code with its leading zeros. */
export function numberText(text: string, style: NumberStyle, since1904: boolean): string {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) return text;
  if (style === 'day') return dayText(value, since1904);
  // Sheets hold binary doubles to 17 digits: 0.1 stands there as 0.10000000000000001.
  const plain = String(value);
  return typeof style === 'object' && /^\d+$/.test(plain) ? plain.padStart(style.digits, '0') : plain;
}

function dayText(serial: number, since1904: boolean): string {
  let seconds = Math.round(serial * SECONDS_A_DAY);
  let days = Math.floor(seconds / SECONDS_A_DAY);
  seconds -= days * SECONDS_A_DAY;
  if (days < 0 || days > 2_958_465) return String(serial);
  if (!since1904 && days < NEVER_DAY) days++;
  const day = formatDay((since1904 ? DAY_ZERO_1904 : DAY_ZERO_1900) + days);
  if (seconds === 0) return day;
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${day} ${two(seconds / 3600)}:${two((seconds % 3600) / 60)}:${two(seconds % 60)}`;
}
