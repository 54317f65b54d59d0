/** The differences between two settings, path by path. */
import { isSame } from '../../base/same';

export interface Difference {
  /** such as `unlearn.steps` */
  readonly path: string;
  /** as text; empty if absent */
  readonly a: string;
  readonly b: string;
}

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const shown = (value: unknown): string =>
  value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);

/** In the order of `a`, followed by paths that only `b` has. */
export function differences(a: unknown, b: unknown, path = ''): Difference[] {
  if (isSame(a, b)) return [];
  if (!isGroup(a) || !isGroup(b)) return [{ path, a: shown(a), b: shown(b) }];
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return names.flatMap((name) => differences(a[name], b[name], path === '' ? name : `${path}.${name}`));
}
