/** Adds values at the end of a list of any length: `list.push(...values)` fails from about 125,000 values on. */
export function append<T>(list: T[], values: Iterable<T>): void {
  for (const value of values) list.push(value);
}
