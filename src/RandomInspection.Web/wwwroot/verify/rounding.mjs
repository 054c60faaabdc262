// §5: cell sizes by pivotal rounding up the tree of strata.

import { digest, hex } from './hash.mjs';

const NANO = 1_000_000_000;

/** Sizes of cells {stratum, class}, given in order, with their expected counts in nanos (BigInt). */
export function roundSizes(algorithm, seed, cells, expected) {
  const size = expected.map((nanos) => Number(nanos / BigInt(NANO)));
  const rest = expected.map((nanos) => Number(nanos % BigInt(NANO))); // f, a cell being open while f > 0
  const hash = (text) => digest(algorithm, seed, text);
  let meetings = 0;

  /** u mod m for u the hash as a big-endian number; m < 2³¹, so every step stays below 2⁵³. */
  const modulo = (bytes, m) => bytes.reduce((remainder, byte) => (remainder * 256 + byte) % m, 0);

  /** Two open cells meet; the one still open, or null. */
  function meet(a, b) {
    const u = hash(`:round ${meetings++}`);
    const s = rest[a] + rest[b];
    if (s <= NANO) {
      const [winner, loser] = modulo(u, s) < rest[a] ? [a, b] : [b, a];
      rest[loser] = 0;
      rest[winner] = s % NANO;
      if (s < NANO) return winner;
      size[winner]++;
      return null;
    }
    const [winner, other] = modulo(u, 2 * NANO - s) < NANO - rest[b] ? [a, b] : [b, a];
    size[winner]++;
    rest[winner] = 0;
    rest[other] = s - NANO;
    return other;
  }

  /** Walks a node depth first; the open cell it hands up, or null. */
  function walk(node) {
    if (node.cell !== undefined) return rest[node.cell] > 0 ? node.cell : null;
    let carried = null;
    for (const child of inOrder(node.children)) {
      const handed = walk(child);
      if (carried === null) carried = handed;
      else if (handed !== null) carried = meet(carried, handed);
    }
    return carried;
  }

  /** Children in the order of H(seed, ':order ', path). */
  const inOrder = (children) => Array.from(children, ([path, node]) => [hex(hash(`:order ${path}`)), node])
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, node]) => node);

  const open = walk(tree(cells));
  if (open !== null && modulo(hash(':round end'), NANO) < rest[open]) size[open]++;
  return size;
}

/** The tree of labels; nodes are {children: Map path → node} or leaves {cell}. */
function tree(cells) {
  const root = { children: new Map() };
  const child = (node, path) => {
    if (!node.children.has(path)) node.children.set(path, { children: new Map() });
    return node.children.get(path);
  };
  cells.forEach((cell, i) => {
    let node = root;
    let path = '';
    for (const label of cell.stratum.split('/')) node = child(node, path += `${label}/`);
    node = child(node, path += '\t');
    node.children.set(path + cell.class, { cell: i });
  });
  return root;
}
