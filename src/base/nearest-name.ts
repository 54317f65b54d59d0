/** The name that was probably meant by one that is not known. */

/** Letters to insert, delete or replace (Levenshtein). */
function distance(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const now = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (before[j - 1] ?? 0) + Number(a[i - 1] !== b[j - 1]);
      now.push(Math.min((before[j] ?? 0) + 1, (now[j - 1] ?? 0) + 1, replaced));
    }
    before = now;
  }
  return before[b.length] ?? 0;
}

/** The known name with the fewest letters to change, whatever their case; undefined if none is known. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  const plain = name.slice(0, 100).toLowerCase();
  return known
    .map((one) => ({ one, letters: distance(plain, one.toLowerCase()) }))
    .sort((a, b) => a.letters - b.letters)[0]?.one;
}
