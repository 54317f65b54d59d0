/** Messages between the page and the service worker that caches its files. */

/** Page → worker: fetch the heavy files, too. */
export const KEEP_REST = 'lethe: keep the rest';

/** Page → worker of a new version: take over from the current one. */
export const TAKE_OVER = 'lethe: take over';

/** Worker → page: how many of the heavy files are cached. */
export interface CachedMessage {
  readonly kind: 'kept';
  readonly done: number;
  readonly of: number;
  /** whether every file has been tried: what is still missing then could not be fetched */
  readonly isOver: boolean;
}

export function isCachedMessage(data: unknown): data is CachedMessage {
  return typeof data === 'object' && data !== null && 'kind' in data && data.kind === 'kept';
}
