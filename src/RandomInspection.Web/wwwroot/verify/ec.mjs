// Points of a curve y² = x³ − 3x + b over a prime p, with the generator g of order n, in whole numbers: enough to verify a
// signature. Only public values pass through, so nothing here has to take the same time for all of them.

import { Refusal } from './refusal.mjs';

export function fromBase64(text) {
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)) return new Uint8Array(0);
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  return btoa(String.fromCharCode(...bytes)) === text ? bytes : new Uint8Array(0); // unused bits are zero
}

/** A whole number of big-endian bytes. */
export const toNumber = (bytes) => bytes.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n);

/** The 32 big-endian bytes of a whole number. */
export const toBytes = (number) => Uint8Array.from({ length: 32 }, (_, i) => Number((number >> BigInt(8 * (31 - i))) & 0xffn));

/** The rest of a whole number by a modulus, never negative. */
export function mod(value, modulus) {
  const rest = value % modulus;
  return rest < 0n ? rest + modulus : rest;
}

/** The inverse by the extended Euclidean algorithm; the value is not 0. */
export function inverse(value, modulus) {
  let [a, b, u, v] = [mod(value, modulus), modulus, 1n, 0n];
  while (a > 1n) [a, b, u, v] = [b % a, a, v - (b / a) * u, u];
  return mod(u, modulus);
}

/** The point [x, y] whose coordinates are these 64 bytes, or null if it is not on the curve. */
export function readPoint(bytes, { p, b }) {
  const [x, y] = [toNumber(bytes.subarray(0, 32)), toNumber(bytes.subarray(32, 64))];
  return x < p && y < p && mod(y * y - x * x * x + 3n * x - b, p) === 0n ? [x, y] : null;
}

/**
 * The point of a key `KIND:` and base64 of the SubjectPublicKeyInfo, which begins with `header` (hex) before the point's
 * 64 bytes; throws a Refusal.
 */
export function readKeyOf(key, kind, header, curve) {
  const spki = fromBase64(key.startsWith(`${kind}:`) ? key.slice(kind.length + 1) : '');
  const isKey = spki.length === 91 && header.match(/../g).every((byte, i) => parseInt(byte, 16) === spki[i]);
  const point = isKey ? readPoint(spki.subarray(27), curve) : null;
  if (point === null) throw new Refusal('key-format', { key });
  return point;
}

/** a·g + b·q as [x, y], both scalars walked together; null is the point at infinity. */
export function combination(a, b, q, curve) {
  const { p, g } = curve;
  const [one, other] = [g, q].map(([x, y]) => ({ x, y, z: 1n }));
  const both = add(one, other, p);
  let sum = INFINITY;
  for (let bit = 255n; bit >= 0n; bit--) {
    sum = double(sum, p);
    const inA = (a >> bit) & 1n;
    const inB = (b >> bit) & 1n;
    if (inA && inB) sum = add(sum, both, p);
    else if (inA) sum = add(sum, one, p);
    else if (inB) sum = add(sum, other, p);
  }
  if (sum.z === 0n) return null;
  const perZ = inverse(sum.z, p);
  return [mod(sum.x * perZ * perZ, p), mod(sum.y * perZ * perZ * perZ, p)];
}

// Jacobian coordinates: (x/z², y/z³).
const INFINITY = { x: 1n, y: 1n, z: 0n };

function double({ x, y, z }, p) {
  const yy = mod(y * y, p);
  const s = mod(4n * x * yy, p);
  const zz = mod(z * z, p);
  const m = mod(3n * (x - zz) * (x + zz), p);
  const x3 = mod(m * m - 2n * s, p);
  return { x: x3, y: mod(m * (s - x3) - 8n * yy * yy, p), z: mod(2n * y * z, p) };
}

function add(first, second, p) {
  if (first.z === 0n) return second;
  if (second.z === 0n) return first;
  const zz1 = mod(first.z * first.z, p);
  const zz2 = mod(second.z * second.z, p);
  const u = mod(first.x * zz2, p);
  const s = mod(first.y * zz2 * second.z, p);
  const h = mod(second.x * zz1 - u, p);
  const r = mod(second.y * zz1 * first.z - s, p);
  if (h === 0n) return r === 0n ? double(first, p) : INFINITY;
  const hh = mod(h * h, p);
  const hhh = mod(h * hh, p);
  const v = mod(u * hh, p);
  const x3 = mod(r * r - hhh - 2n * v, p);
  return { x: x3, y: mod(r * (v - x3) - s * hhh, p), z: mod(h * first.z * second.z, p) };
}
