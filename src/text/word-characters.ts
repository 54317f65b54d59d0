/** The characters of words, as sources of regular expressions with the flag u. */

const unspaced = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar']
  .map((name) => `\\p{Script=${name}}`)
  .join('');

/** A character of a script without spaces between words: there is no boundary to check. */
export const UNSPACED = `[${unspaced}]`;

/** Letters, digits and marks of scripts that have spaces. */
export const WORD_CHARACTER = String.raw`(?:(?!${UNSPACED})[\p{L}\p{N}\p{M}])`;
