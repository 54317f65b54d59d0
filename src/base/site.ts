/**
 * The name under which a copy of the page keeps everything in the browser: database, caches, preferences, locks and
 * channels. It is the folder the copy is served from, so that two copies on one origin never touch each other.
 */

/** `page`: the address of the page or of its folder. Names of parts follow after `#`, which no folder contains. */
export function siteName(page: string | URL): string {
  return `lethe${new URL('.', page).pathname}`;
}

/** The name up to version 0.2, which every copy on an origin shared. */
export const SHARED_NAME = 'lethe';
