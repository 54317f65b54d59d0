/**
 * The page's content security policy, written into the built page: nothing but its own files runs, loads or is asked.
 * The development server injects styles into the page and so goes without.
 */
import type { Plugin } from 'vite';

const policy: Readonly<Record<string, string>> = {
  'default-src': "'self'",
  // ONNX Runtime compiles WebAssembly.
  'script-src': "'self' 'wasm-unsafe-eval'",
  'worker-src': "'self'",
  'connect-src': "'self'",
  // Figures become PNG by way of a data URL.
  'img-src': "'self' data:",
  'style-src': "'self'",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
};

export function contentSecurityPolicy(): Plugin {
  const content = Object.entries(policy)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ');
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content }, injectTo: 'head-prepend' },
    ],
  };
}
