// A strict reader of JSON. JSON.parse takes the last of two equal members, 1.0 and 1e3 for integers, and lone
// surrogates; here each of them is refused (§2). Objects become Maps in the order of the text, numbers are integers.

import { Refusal } from './refusal.mjs';

const SPACE = /[ \t\n\r]*/y;
const NO_SPACE = /(?:)/y;
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const NUMBER = /[-+.0-9A-Za-z]+/y;
const ESCAPED = { '"': '"', '\\': '\\', '/': '/', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };
const DEEPEST = 32;

/** Text of bytes in UTF-8 without BOM. */
export function readUtf8(bytes) {
  let text;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Refusal('not-utf8');
  }
  if (text.startsWith('\ufeff')) throw new Refusal('byte-order-mark');
  return text;
}

/**
 * The value of a JSON document. `compact` is the form of a record: no white space but one LF at the end, characters
 * outside ASCII never escaped. Integers have 15 digits at most: no member of any document here admits more.
 */
export function readJson(bytes, { compact = false } = {}) {
  const text = readUtf8(bytes);
  let at = 0;

  const fail = (problem, values) => { throw new Refusal(problem, { at, ...values }); };
  const match = (pattern) => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)[0];
    at += found.length;
    return found;
  };
  const skipSpace = () => match(compact ? NO_SPACE : SPACE);
  const expect = (character) => {
    if (text[at] !== character) fail('json', { wanted: character });
    at++;
  };

  function readValue(depth) {
    if (depth > DEEPEST) fail('json', { wanted: `depth ≤ ${DEEPEST}` });
    switch (text[at]) {
      case '{': return readObject(depth);
      case '[': return readArray(depth);
      case '"': return readString();
      case 't': return readWord('true', true);
      case 'f': return readWord('false', false);
      case 'n': return readWord('null', null);
      default: return readInteger();
    }
  }

  function readObject(depth) {
    const members = new Map();
    at++;
    skipSpace();
    if (text[at] === '}') return at++, members;
    for (;;) {
      if (text[at] !== '"') fail('json', { wanted: 'a member' });
      const name = readString();
      if (members.has(name)) fail('member-duplicate', { member: name });
      skipSpace();
      expect(':');
      skipSpace();
      members.set(name, readValue(depth + 1));
      skipSpace();
      if (text[at] === '}') return at++, members;
      expect(',');
      skipSpace();
    }
  }

  function readArray(depth) {
    const items = [];
    at++;
    skipSpace();
    if (text[at] === ']') return at++, items;
    for (;;) {
      items.push(readValue(depth + 1));
      skipSpace();
      if (text[at] === ']') return at++, items;
      expect(',');
      skipSpace();
    }
  }

  function readString() {
    at++;
    let value = '';
    for (;;) {
      value += match(PLAIN);
      if (text[at] === '"') break;
      expect('\\');
      if (text[at] === 'u') {
        const digits = text.slice(at + 1, at + 5);
        if (!/^[0-9A-Fa-f]{4}$/.test(digits)) fail('json', { wanted: 'four hex digits' });
        const unit = parseInt(digits, 16);
        if (compact && unit >= 0x80) fail('json', { wanted: 'the character itself' });
        value += String.fromCharCode(unit);
        at += 5;
      } else {
        if (!Object.hasOwn(ESCAPED, text[at] ?? '')) fail('json', { wanted: 'an escape' });
        value += ESCAPED[text[at++]];
      }
    }
    at++;
    if (/\p{Surrogate}/u.test(value)) fail('json', { wanted: 'paired surrogates' });
    return value;
  }

  function readWord(word, value) {
    if (!text.startsWith(word, at)) fail('json', { wanted: word });
    at += word.length;
    return value;
  }

  function readInteger() {
    NUMBER.lastIndex = at;
    const digits = NUMBER.exec(text)?.[0];
    if (digits === undefined) fail('json', { wanted: 'a value' });
    if (!/^(?:0|[1-9][0-9]{0,14})$/.test(digits)) fail('json-integer', { found: brief(digits) });
    at += digits.length;
    return Number(digits);
  }

  skipSpace();
  const value = readValue(0);
  skipSpace();
  if (compact) expect('\n');
  if (at !== text.length) fail('json', { wanted: 'the end' });
  return value;
}

/** A value short enough to be shown. */
export function brief(value) {
  const text = typeof value === 'string' ? value : JSON.stringify(value instanceof Map ? Object.fromEntries(value) : value);
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}

// Shapes: functions (value, path) that return the value read or throw a Refusal naming the path.

const refuse = (path, value, wanted) => { throw new Refusal('value', { path, found: brief(value), wanted }); };

/** A text, by default any. */
export const text = (pattern, wanted = 'text') => (value, path) =>
  typeof value === 'string' && (pattern === undefined || pattern.test(value)) ? value : refuse(path, value, wanted);

/** An integer from `least` to `most`. */
export const integer = (least = 0, most = Number.MAX_SAFE_INTEGER) => (value, path) =>
  Number.isInteger(value) && value >= least && value <= most ? value : refuse(path, value, `${least}…${most}`);

/** One of a few values. */
export const oneOf = (...values) => (value, path) => (values.includes(value) ? value : refuse(path, value, values.join(' | ')));

export const nullable = (shape) => (value, path) => (value === null ? null : shape(value, path));

/** The first shape that fits. */
export const either = (first, second) => (value, path) => {
  try {
    return first(value, path);
  } catch {
    return second(value, path);
  }
};

/** An array of items of one shape. */
export const listOf = (shape, { least = 0, most = Infinity } = {}) => (value, path) =>
  Array.isArray(value) && value.length >= least && value.length <= most
    ? value.map((item, i) => shape(item, `${path}[${i}]`))
    : refuse(path, value, most === Infinity ? `list, ≥ ${least}` : `list, ${least}…${most}`);

/** An object used as a table from names to values of one shape: a Map. */
export const tableOf = (shape) => (value, path) =>
  value instanceof Map ? new Map(Array.from(value, ([name, item]) => [name, shape(item, `${path}.${name}`)])) : refuse(path, value, 'object');

/** An object of named members: all but the optional are there, no other is; `ordered`: they stand in this order. */
export const members = (shapes, { optional = [], ordered = false } = {}) => (value, path) => {
  if (!(value instanceof Map)) refuse(path, value, 'object');
  const names = Object.keys(shapes);
  for (const name of value.keys()) if (!Object.hasOwn(shapes, name)) throw new Refusal('member-unknown', { path, member: brief(name) });
  for (const name of names) if (!value.has(name) && !optional.includes(name)) throw new Refusal('member-missing', { path, member: name });
  const present = names.filter((name) => value.has(name));
  if (ordered) {
    const misplaced = [...value.keys()].find((name, i) => name !== present[i]);
    if (misplaced !== undefined) throw new Refusal('member-order', { path, member: misplaced });
  }
  return Object.fromEntries(present.map((name) => [name, shapes[name](value.get(name), path === '' ? name : `${path}.${name}`)]));
};

/** 32 bytes as lower-case hex. */
export const hex32 = text(/^[0-9a-f]{64}$/, '64 × 0-9a-f');
