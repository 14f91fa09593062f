import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';

/** The key that attempts from a network address are counted under. */
export function addressKey(address: string): Buffer {
  return keyHash(isIPv6(address) ? network(address) : address);
}

export function keyHash(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** One customer has a whole /64 of IPv6; an IPv4 address written as IPv6 stays itself. */
function network(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped) return mapped[1];
  const [head, tail = ''] = address.split('%')[0].split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === '' ? [] : tail.split(':');
  const zeros = address.includes('::') ? Array(Math.max(8 - left.length - right.length, 0)).fill('0') : [];
  const groups = [...left, ...zeros, ...right].slice(0, 4);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}
