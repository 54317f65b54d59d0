/**
 * The content security policy of the page and its workers: they can only run, load and request their own files, but for
 * the connected page (connected-page.ts). The built page states it itself, so that it holds on any host.
 */
import type { Plugin } from 'vite';
import { THIS_MACHINE } from '../../src/base/address';

/** What the connected page may connect to besides its own files: its user has chosen the network. */
export const NETWORK = ['https:', ...THIS_MACHINE.map((name) => `http://${name}:*`)].join(' ');

const directives: Readonly<Record<string, string>> = {
  'default-src': "'self'",
  // ONNX Runtime compiles WebAssembly.
  'script-src': "'self' 'wasm-unsafe-eval'",
  // Workers start from blobs and so inherit this policy: see src/base/policy-worker.ts.
  'worker-src': "'self' blob:",
  'connect-src': "'self'",
  // Figures become PNG by way of a data URL.
  'img-src': "'self' data:",
  'style-src': "'self'",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
};

/** The same policy, but for what the connected page may reach. */
function withNetwork(policy: string): string {
  return policy.replace('connect-src ', `connect-src ${NETWORK} `);
}

const written = (policy: typeof directives): string =>
  Object.entries(policy)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ');

const policy = written(directives);

/**
 * For a server to send. The page allows one inline script, its import map, by a hash that each build has of its own (see
 * fetch-again.ts); both policies must allow a script, so the page's decides.
 */
export const sentPolicy = written({
  ...directives,
  'script-src': `${directives['script-src']} 'unsafe-inline'`,
});

/** Likewise, with the connected page. */
export const sentConnectedPolicy = withNetwork(sentPolicy);

/** The development server injects styles into the page, and reports changes through a socket. */
export const developmentPolicy = written({
  ...directives,
  'style-src': `${directives['style-src']} 'unsafe-inline'`,
  'connect-src': `${directives['connect-src']} ws://localhost:*`,
});

/** Likewise, of the connected page. */
export const developmentConnectedPolicy = withNetwork(developmentPolicy);

export function contentSecurityPolicy(): Plugin {
  const attrs = { 'http-equiv': 'Content-Security-Policy', content: policy };
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [{ tag: 'meta', attrs, injectTo: 'head-prepend' }],
  };
}
