/**
 * The content security policy of the built page: it can only run, load and request its own files. The development server
 * does without, since it injects styles into the page.
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
