/** Plain text → passages. */

/** Passages are separated by three line breaks, or begin at a Markdown heading. */
export function passagesOf(text: string): string[] {
  return text
    .replaceAll(/\r\n?/gu, '\n')
    .split(/\n\s*\n\s*\n+|\n(?=#{1,3} )/u)
    .map((passage) => passage.trim())
    .filter((passage) => passage !== '');
}
