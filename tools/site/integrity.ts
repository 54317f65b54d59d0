/** The hash of a file, by which the page and its service worker know it. */
import { createHash } from 'node:crypto';

/** In the form of subresource integrity. */
export const integrityOf = (content: string | Uint8Array): string =>
  `sha256-${createHash('sha256').update(content).digest('base64')}`;
