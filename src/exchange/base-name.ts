/** What files for others call the base model: a place on somebody's disk is nobody else's business. */
export function baseName(path: string): string {
  return /^(?:\/|[A-Za-z]:)/u.test(path) ? (path.split(/[/\\]/u).at(-1) ?? path) : path;
}
