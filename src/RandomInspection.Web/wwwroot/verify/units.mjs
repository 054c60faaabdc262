// The words of draw.md, "Terms": ids, strata, classes, and the order of cells.

import { utf8 } from './hash.mjs';

/** 1 to 55 visible ASCII characters, not starting with ':'. */
export const isId = (text) => /^(?!:)[!-~]{1,55}$/.test(text);

/** 1 to 32 visible ASCII characters. */
export const isClass = (text) => /^[!-~]{1,32}$/.test(text);

/** 1 to 8 non-empty labels joined by '/'; NFC; 200 bytes of UTF-8 at most; none of Cc, Cf, Cs, Co, Cn, Zl, Zp. */
export const isStratum = (text) =>
  !/[\p{C}\p{Zl}\p{Zp}]/u.test(text)
  && text.normalize('NFC') === text
  && utf8(text).length <= 200
  && text.split('/').length <= 8
  && text.split('/').every((label) => label !== '');

/** A party, task or draw: 1 to 64 visible ASCII characters except ':'. */
export const NAME = /^(?:(?!:)[!-~]){1,64}$/;

/** The UTF-8 bytes of a text as characters of the same numbers, so that `<` compares bytes (UTF-16 order is another). */
const byteText = (text) => String.fromCharCode(...utf8(text));

const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The order of strata: label by label, by bytes, a shorter list before its extensions.
 * With the byte 0, which no label contains, for '/', that is plain byte order.
 */
export const stratumKey = (stratum) => byteText(stratum).replaceAll('/', '\0');

/** The order of cells: by stratum, then class by bytes. */
export const compareCells = (a, b) => compare(stratumKey(a.stratum), stratumKey(b.stratum)) || compare(a.class, b.class);
