/** What a server of the page sends with every file. */
import { developmentPolicy, sentPolicy } from './content-security-policy.ts';

/** Cross-origin isolation gives WASM its threads. It is used where the host grants it, never required. */
const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

/** For the built page. */
export const headers = { ...isolation, 'Content-Security-Policy': sentPolicy };

export const developmentHeaders = { ...isolation, 'Content-Security-Policy': developmentPolicy };
