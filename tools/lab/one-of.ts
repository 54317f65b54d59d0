/** A value of an option that takes one of several. */
import { quoted } from '../../src/base/errors';

/** @throws Error that names the option, and the values that it may have */
export function oneOf<const T extends string>(option: string, all: readonly T[], value: string): T {
  const found = all.find((one) => one === value);
  if (found !== undefined) return found;
  throw new Error(`--${option}: expected one of ${all.join(', ')}, got ${quoted(value)}`);
}
