/** One text with other line breaks: a tool on Windows may write CRLF for LF, and others LF for CRLF. */

/** The text with LF for every line break: texts that differ in nothing else have the same one. */
export function withPlainBreaks(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/**
 * Where each position in `from` is in `to`, which differs from it in line breaks alone; undefined if it has no such
 * position, as inside a CRLF. Both are walked at once, in the units that they are given in: UTF-16 units of a text, code
 * points of an array.
 */
export function positionsIn(to: ArrayLike<string>, from: ArrayLike<string>): readonly (number | undefined)[] {
  const places = new Array<number | undefined>(from.length + 1);
  let [here, there] = [0, 0];
  while (here < from.length) {
    places[here] = there;
    const [step, stepThere] = [lengthAt(from, here), lengthAt(to, there)];
    if (step === 2 && stepThere === 2) places[here + 1] = there + 1;
    here += step;
    there += stepThere;
  }
  places[here] = there;
  return places;
}

/** The length of the line break or character at a position. */
function lengthAt(text: ArrayLike<string>, at: number): number {
  return text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
}
