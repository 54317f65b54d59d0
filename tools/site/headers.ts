/** What a server of the page sends with every file. */
import { CONNECTED } from '../../src/base/connected.ts';
import {
  developmentConnectedPolicy,
  developmentPolicy,
  sentConnectedPolicy,
  sentPolicy,
} from './content-security-policy.ts';

/** Cross-origin isolation gives WASM its threads. It is used where the host grants it, never required. */
const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

/** For `npm run preview`, which sends the same with every file: each page states its own policy. */
export const previewHeaders = isolation;

/** For the built page. */
const headers = { ...isolation, 'Content-Security-Policy': sentPolicy };

/** For a file of the built page, by its path in the build. */
export const headersOf = (path: string): typeof headers =>
  path === `/${CONNECTED}` ? { ...headers, 'Content-Security-Policy': sentConnectedPolicy } : headers;

export const developmentHeaders = { ...isolation, 'Content-Security-Policy': developmentPolicy };

export const developmentConnectedHeaders = {
  ...isolation,
  'Content-Security-Policy': developmentConnectedPolicy,
};
