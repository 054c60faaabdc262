// What SHA-256 and SM3 have in common: blocks of 64 bytes, padding 0x80 0…0 and the length in bits (64 bits,
// big-endian), a state of eight 32-bit words. An algorithm is {name, iv: Int32Array(8), compress(state, bytes, offset)}.

/** Bytes of a text in UTF-8. */
export const utf8 = (text) => encoder.encode(text);
const encoder = new TextEncoder();

/** Lower-case hex of bytes. */
export function hex(bytes) {
  let text = '';
  for (let i = 0; i < bytes.length; i++) text += HEX[bytes[i]];
  return text;
}
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Bytes of an even number of hex digits, already checked. */
export const fromHex = (text) => Uint8Array.from({ length: text.length / 2 }, (_, i) => parseInt(text.slice(2 * i, 2 * i + 2), 16));

/** The eight words of a state as 32 big-endian bytes, written at `offset` of `target`. */
export function writeWords(words, target, offset = 0) {
  for (let i = 0; i < 8; i++) {
    const word = words[i];
    target[offset++] = word >>> 24;
    target[offset++] = word >>> 16;
    target[offset++] = word >>> 8;
    target[offset++] = word;
  }
  return target;
}

/** Incremental hash: any number of `update`, then one `digest`. */
export class Hash {
  #algorithm;
  #state;
  #block = new Uint8Array(64);
  #filled = 0;
  #length = 0;

  constructor(algorithm) {
    this.#algorithm = algorithm;
    this.#state = algorithm.iv.slice();
  }

  update(bytes) {
    this.#length += bytes.length;
    let at = 0;
    if (this.#filled > 0) {
      at = Math.min(64 - this.#filled, bytes.length);
      this.#block.set(bytes.subarray(0, at), this.#filled);
      this.#filled += at;
      if (this.#filled < 64) return this;
      this.#algorithm.compress(this.#state, this.#block, 0);
      this.#filled = 0;
    }
    for (; at + 64 <= bytes.length; at += 64) this.#algorithm.compress(this.#state, bytes, at);
    this.#block.set(bytes.subarray(at));
    this.#filled = bytes.length - at;
    return this;
  }

  digest() {
    const last = new Uint8Array(this.#filled < 56 ? 64 : 128);
    last.set(this.#block.subarray(0, this.#filled));
    last[this.#filled] = 0x80;
    const view = new DataView(last.buffer);
    view.setUint32(last.length - 8, Math.floor(this.#length / 0x20000000));
    view.setUint32(last.length - 4, (this.#length * 8) >>> 0);
    for (let at = 0; at < last.length; at += 64) this.#algorithm.compress(this.#state, last, at);
    return writeWords(this.#state, new Uint8Array(32));
  }
}

/** One-shot hash over parts, each bytes or text: 32 bytes. */
export function digest(algorithm, ...parts) {
  const hash = new Hash(algorithm);
  for (const part of parts) hash.update(typeof part === 'string' ? utf8(part) : part);
  return hash.digest();
}

/** One-shot hash as 64 lower-case hex characters. */
export const hexDigest = (algorithm, ...parts) => hex(digest(algorithm, ...parts));

/**
 * Hash of `buffer[0, length)` left in `state`, without allocating: the padding is written in place behind the message,
 * so the buffer has 72 bytes to spare and the message is shorter than 2²⁹ bytes.
 */
export function hashInPlace({ iv, compress }, buffer, length, state) {
  const end = (length + 72) & ~63;
  buffer[length] = 0x80;
  buffer.fill(0, length + 1, end - 4);
  const bits = length * 8;
  buffer[end - 4] = bits >>> 24;
  buffer[end - 3] = bits >>> 16;
  buffer[end - 2] = bits >>> 8;
  buffer[end - 1] = bits;
  state.set(iv);
  for (let at = 0; at < end; at += 64) compress(state, buffer, at);
}

/**
 * Hashes of one 64-byte prefix followed by at most 55 bytes: the prefix is compressed once, each message costs one
 * compression more (§4 for tickets, §1 for salts).
 */
export class PrefixHash {
  #compress;
  #start;
  #block = new Uint8Array(64);

  /** @param prefix 64 ASCII characters, such as a seed or a frame key. */
  constructor(algorithm, prefix) {
    if (prefix.length !== 64) throw new RangeError(`prefix of ${prefix.length} characters`);
    this.#compress = algorithm.compress;
    this.#start = algorithm.iv.slice();
    algorithm.compress(this.#start, utf8(prefix), 0);
    /** The eight words of the last hash. */
    this.words = new Int32Array(8);
  }

  /** Hashes prefix ‖ bytes[from, to), to − from ≤ 55, into `words`. */
  hash(bytes, from, to) {
    const block = this.#block;
    const length = to - from;
    for (let i = 0; i < length; i++) block[i] = bytes[from + i];
    block[length] = 0x80;
    block.fill(0, length + 1, 62);
    const bits = (64 + length) * 8;
    block[62] = bits >>> 8;
    block[63] = bits;
    this.words.set(this.#start);
    this.#compress(this.words, block, 0);
    return this.words;
  }

  /** The hash of prefix ‖ text, at most 55 ASCII characters, as hex. */
  hex(text) {
    const bytes = utf8(text);
    return hex(writeWords(this.hash(bytes, 0, bytes.length), new Uint8Array(32)));
  }
}

/** Messages whose hashes are published: their lengths meet every case of the padding. */
export const KNOWN_MESSAGES = {
  empty: '',
  abc: 'abc',
  twoBlocks: 'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
  fullBlock: 'abcd'.repeat(16),
  million: 'a'.repeat(1_000_000),
};

/** Names of the known messages for which an algorithm gives another hash than published; empty if all is well. */
export const wrongAnswers = (algorithm, answers) =>
  Object.keys(answers).filter((name) => hexDigest(algorithm, KNOWN_MESSAGES[name]) !== answers[name]);
