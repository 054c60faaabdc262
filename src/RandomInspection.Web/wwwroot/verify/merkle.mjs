// Merkle trees of RFC 9162 over a hash H: §2.1.1 roots, §2.1.3 inclusion proofs.

import { digest, hashInPlace, writeWords } from './hash.mjs';

const same = (a, b) => a.length === b.length && a.every((byte, i) => byte === b[i]);
const nodeHash = (algorithm, left, right) => digest(algorithm, Uint8Array.of(1), left, right);

/** Hash of a leaf: H(0x00 ‖ bytes). */
export const leafHash = (algorithm, bytes) => digest(algorithm, Uint8Array.of(0), bytes);

/** Merkle Tree Hash built leaf by leaf in constant memory: complete subtrees wait on a stack, as in a binary counter. */
export class MerkleTree {
  #algorithm;
  #stack = []; // roots of complete subtrees, their sizes strictly falling powers of two
  #pool = []; // discarded entries, used again
  #node = new Uint8Array(65 + 72);
  #state = new Int32Array(8);

  constructor(algorithm) {
    this.#algorithm = algorithm;
    this.size = 0;
  }

  /** Adds the leaf whose bytes are `buffer[1, length)`; `buffer[0]` becomes the prefix, 72 bytes behind the leaf are overwritten. */
  addLeafInPlace(buffer, length) {
    buffer[0] = 0;
    hashInPlace(this.#algorithm, buffer, length, this.#state);
    this.#stack.push(writeWords(this.#state, this.#pool.pop() ?? new Uint8Array(32)));
    for (let size = ++this.size; size % 2 === 0; size /= 2) this.#join();
  }

  /** Merkle Tree Hash of the leaves added so far; the tree takes no more. */
  root() {
    if (this.size === 0) return digest(this.#algorithm);
    while (this.#stack.length > 1) this.#join();
    return this.#stack[0];
  }

  #join() {
    const right = this.#stack.pop();
    const left = this.#stack.at(-1);
    const node = this.#node;
    node[0] = 1;
    node.set(left, 1);
    node.set(right, 33);
    hashInPlace(this.#algorithm, node, 65, this.#state);
    writeWords(this.#state, left);
    this.#pool.push(right);
  }
}

/**
 * Whether a proof (§2.1.3.2) leads from the hash of leaf `index` (from 0) of a tree of `size` leaves to `root`.
 * Sizes may pass 2³², so the walk uses division, not shifts.
 */
export function inclusionHolds(algorithm, leaf, index, size, proof, root) {
  if (index >= size) return false;
  let fn = index;
  let sn = size - 1;
  let hash = leaf;
  for (const sibling of proof) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      hash = nodeHash(algorithm, sibling, hash);
      while (fn % 2 === 0 && fn !== 0) {
        fn /= 2;
        sn = Math.floor(sn / 2);
      }
    } else {
      hash = nodeHash(algorithm, hash, sibling);
    }
    fn = Math.floor(fn / 2);
    sn = Math.floor(sn / 2);
  }
  return sn === 0 && same(hash, root);
}
