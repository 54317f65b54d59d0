/** Offsets as Python counts them: in code points, where JavaScript counts UTF-16 units. */

/** Returns the number of code points before a UTF-16 unit of the text. */
export function codePointsBefore(text: string): (unit: number) => number {
  if (!/[\uD800-\uDFFF]/.test(text)) return (unit) => unit;
  const before = new Int32Array(text.length + 1);
  let at = 0;
  let count = 0;
  for (const character of text) {
    before.fill(count, at, at + character.length);
    at += character.length;
    count += 1;
  }
  before[at] = count;
  return (unit) => before[unit] ?? count;
}
