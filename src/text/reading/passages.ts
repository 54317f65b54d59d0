/** Plain text → passages, and back. */

/** Passages are separated by three line breaks, or begin at a Markdown heading. */
export function passagesOf(text: string): string[] {
  return text
    .replaceAll(/\r\n?/gu, '\n')
    .split(/\n\s*\n\s*\n+|\n(?=#{1,3} )/u)
    .map((passage) => passage.trim())
    .filter((passage) => passage !== '');
}

/** A text that `passagesOf` takes apart into the same passages. */
export const textOf = (passages: readonly string[]): string => passages.join('\n\n\n');
