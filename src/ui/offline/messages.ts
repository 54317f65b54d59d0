/** What the page and the worker that keeps its files tell each other. */

/** Page → worker: fetch the heavy files, too. */
export const KEEP_REST = 'lethe: keep the rest';

/** Worker → page: how many of the heavy files are kept. */
export interface KeptMessage {
  readonly kind: 'kept';
  readonly done: number;
  readonly of: number;
}

export function isKept(data: unknown): data is KeptMessage {
  return typeof data === 'object' && data !== null && 'kind' in data && data.kind === 'kept';
}
