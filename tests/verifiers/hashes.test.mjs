import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { Hash, PrefixHash, digest, hashInPlace, hex, hexDigest, utf8, writeWords } from '../../src/RandomInspection.Web/wwwroot/verify/hash.mjs';
import { MerkleTree, inclusionHolds, leafHash } from '../../src/RandomInspection.Web/wwwroot/verify/merkle.mjs';
import { crossCheck, selfTest as sha256SelfTest, sha256 } from '../../src/RandomInspection.Web/wwwroot/verify/sha256.mjs';
import { selfTest as sm3SelfTest, sm3 } from '../../src/RandomInspection.Web/wwwroot/verify/sm3.mjs';
import { NODE_HASH } from './records.mjs';

const message = Uint8Array.from({ length: 300 }, (_, i) => (i * 131 + 7) & 255);

test('SelfTest_KnownAnswers_NoneWrong', async () => {
  assert.deepEqual(sha256SelfTest(), []);
  assert.deepEqual(sm3SelfTest(), []);
  assert.deepEqual(await crossCheck(), []);
});

test('CrossCheck_NoSecureContext_Null', async () => assert.equal(await crossCheck(null), null));

test('CrossCheck_BrowserThatLies_NamesTheMessages', async () => {
  const liar = { digest: async () => new ArrayBuffer(32) };
  assert.deepEqual(await crossCheck(liar), ['empty', 'abc', 'twoBlocks', 'fullBlock', 'million']);
});

for (const algorithm of [sha256, sm3]) {
  const theirs = (...parts) => parts.reduce((h, part) => h.update(part), createHash(NODE_HASH[algorithm.name])).digest('hex');

  test(`Digest_${algorithm.name}_EveryLength_AgreesWithNode`, () => {
    for (let length = 0; length <= message.length; length++) {
      assert.equal(hexDigest(algorithm, message.subarray(0, length)), theirs(message.subarray(0, length)));
    }
  });

  test(`Update_${algorithm.name}_EverySplit_SameDigest`, () => {
    for (let cut = 0; cut <= 200; cut++) {
      for (const second of [1, 63, 64, 65]) {
        const hash = new Hash(algorithm);
        hash.update(message.subarray(0, cut)).update(message.subarray(cut, cut + second)).update(message.subarray(cut + second));
        assert.equal(hex(hash.digest()), theirs(message));
      }
    }
  });

  test(`HashInPlace_${algorithm.name}_EveryLengthAndDirtyBuffer_SameDigest`, () => {
    const state = new Int32Array(8);
    for (let length = 0; length <= 200; length++) {
      const buffer = new Uint8Array(272).fill(0xaa);
      buffer.set(message.subarray(0, length));
      hashInPlace(algorithm, buffer, length, state);
      assert.equal(hex(writeWords(state, new Uint8Array(32))), theirs(message.subarray(0, length)));
    }
  });

  test(`PrefixHash_${algorithm.name}_UpTo55_SameDigest`, () => {
    const prefix = '0123456789abcdef'.repeat(4);
    const tickets = new PrefixHash(algorithm, prefix);
    for (const length of [...Array(56).keys()].reverse()) {
      const id = 'Z'.repeat(length);
      assert.equal(tickets.hex(id), theirs(prefix, id));
    }
    assert.throws(() => new PrefixHash(algorithm, 'short'), RangeError);
  });

  test(`MerkleTree_${algorithm.name}_ProofsOfEveryLeafUpTo20_HoldAndOnlyThere`, () => {
    const split = (n) => 2 ** Math.floor(Math.log2(n - 1));
    const root = (leaves) => (leaves.length === 1 ? leaves[0] : digest(algorithm, Uint8Array.of(1), root(leaves.slice(0, split(leaves.length))), root(leaves.slice(split(leaves.length)))));
    const proof = (m, leaves) => {
      if (leaves.length === 1) return [];
      const k = split(leaves.length);
      return m < k ? [...proof(m, leaves.slice(0, k)), root(leaves.slice(k))] : [...proof(m - k, leaves.slice(k)), root(leaves.slice(0, k))];
    };
    for (let size = 0; size <= 20; size++) {
      const tree = new MerkleTree(algorithm);
      const buffer = new Uint8Array(100);
      const leaves = Array.from({ length: size }, (_, i) => utf8(`leaf ${i}`));
      for (const leaf of leaves) {
        buffer.set(leaf, 1);
        tree.addLeafInPlace(buffer, leaf.length + 1);
      }
      const hashes = leaves.map((leaf) => leafHash(algorithm, leaf));
      const expected = size === 0 ? digest(algorithm) : root(hashes);
      assert.deepEqual(tree.root(), expected);
      for (let i = 0; i < size; i++) {
        const way = proof(i, hashes);
        for (let j = 0; j < size + 2; j++) assert.equal(inclusionHolds(algorithm, hashes[i], j, size, way, expected), i === j, `${i} as ${j} of ${size}`);
        assert.equal(inclusionHolds(algorithm, hashes[i], i, size, [...way, expected], expected), false);
        if (way.length > 0) assert.equal(inclusionHolds(algorithm, hashes[i], i, size, way.slice(1), expected), false);
      }
    }
  });
}
