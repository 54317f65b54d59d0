/** A replacer for `JSON.stringify`: measured numbers to four significant digits. */
export function toFourDigits(_: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value;
}
