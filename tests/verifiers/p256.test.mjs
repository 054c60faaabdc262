// The page's own ECDSA against another implementation, node's.

import assert from 'node:assert/strict';
import { generateKeyPairSync, sign } from 'node:crypto';
import { test } from 'node:test';
import { holds, readPoint, selfTest } from '../../src/RandomInspection.Web/wwwroot/verify/p256.mjs';
import { bytes } from './records.mjs';

const N = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const P = 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n;
const bytesOf = (...numbers) => Uint8Array.from(Buffer.from(numbers.map((number) => number.toString(16).padStart(64, '0')).join(''), 'hex'));
const numberOf = (part) => BigInt(`0x${Buffer.from(part).toString('hex')}`);

function signed(message) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const point = new Uint8Array(publicKey.export({ type: 'spki', format: 'der' }).subarray(27));
  return { point, rs: new Uint8Array(sign('sha256', message, { key: privateKey, dsaEncoding: 'ieee-p1363' })) };
}

test('SelfTest_KnownAnswer_Right', () => assert.deepEqual(selfTest(), []));

test('Holds_SignaturesOfNode_AllOfThemAndNoOther', () => {
  for (let length = 0; length < 40; length++) {
    const message = new Uint8Array(length * 3).fill(length);
    const { point, rs } = signed(message);
    const key = readPoint(point);
    assert.ok(holds(key, rs, message));
    assert.ok(!holds(key, rs, bytes('another')));
    assert.ok(!holds(readPoint(signed(message).point), rs, message));
  }
});

test('Holds_AnyByteOfASignatureChanged_False', () => {
  const message = bytes('a record');
  const { point, rs } = signed(message);
  const key = readPoint(point);
  for (let i = 0; i < 64; i++) {
    const changed = rs.slice();
    changed[i] ^= 1 << (i % 8);
    assert.ok(!holds(key, changed, message), `byte ${i}`);
  }
});

test('Holds_NumbersOutOfRange_False', () => {
  const message = bytes('a record');
  const { point, rs } = signed(message);
  const key = readPoint(point);
  const [r, s] = [numberOf(rs.subarray(0, 32)), numberOf(rs.subarray(32))];
  assert.ok(holds(key, bytesOf(r, s), message));
  assert.ok(holds(key, bytesOf(r, N - s), message), 'ECDSA takes both');
  for (const [a, b] of [[0n, s], [r, 0n], [N, s], [r, N], [2n ** 256n - 1n, s], [0n, 0n]]) assert.ok(!holds(key, bytesOf(a, b), message));
  if (r + N < 2n ** 256n) assert.ok(!holds(key, bytesOf(r + N, s), message));
});

test('Holds_TheGeneratorOrItsNegativeAsKey_NeverThrows', () => {
  const [x, y] = [0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296n, 0x4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5n];
  for (const key of [readPoint(bytesOf(x, y)), readPoint(bytesOf(x, P - y))]) {
    assert.ok(key);
    for (const [r, s] of [[1n, 1n], [x % N, 1n], [2n, 3n]]) assert.equal(holds(key, bytesOf(r, s), bytes('m')), false);
  }
});

test('ReadPoint_NotOnTheCurve_Null', () => {
  const { point } = signed(bytes(''));
  const [x, y] = [numberOf(point.subarray(0, 32)), numberOf(point.subarray(32))];
  assert.ok(readPoint(bytesOf(x, y)));
  for (const [a, b] of [[0n, 0n], [x, y + 1n], [y, x], [x, 0n], [P + 5n, y], [x, y + P]]) if (a < 2n ** 256n && b < 2n ** 256n) assert.equal(readPoint(bytesOf(a, b)), null);
});
