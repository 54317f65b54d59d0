/** Messages between the page and the service worker that caches its files. */

/** Page → worker: fetch the heavy files, too. */
export const KEEP_REST = 'lethe: keep the rest';

/** Worker → page: how many of the heavy files are cached. */
export interface CachedMessage {
  readonly kind: 'kept';
  readonly done: number;
  readonly of: number;
}

export function isCachedMessage(data: unknown): data is CachedMessage {
  return typeof data === 'object' && data !== null && 'kind' in data && data.kind === 'kept';
}
