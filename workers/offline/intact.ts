/** Whether a response is the file that the build lists: hosts also answer with sign-in pages, other versions, and parts. */

/** A file of the build, as the build lists it. */
export interface Shipped {
  /** relative to the page */
  readonly url: string;
  /** of its content; null if the name already identifies the content */
  readonly revision: string | null;
  /** hash of its content, as in subresource integrity: `sha256-…` */
  readonly integrity: string;
}

/**
 * Reads a copy of `response`. The page itself is recognised by its scripts instead of its hash, because hosts add to
 * pages. Rejects if the body breaks off.
 */
export async function isIntact(
  { url, integrity }: Shipped,
  response: Response,
  files: ReadonlySet<string>,
): Promise<boolean> {
  const bytes = await response.clone().arrayBuffer();
  if (!response.ok) return false;
  if (url.endsWith('.html')) return isPageOf(files, new TextDecoder().decode(bytes));
  return (await hashOf(bytes)) === integrity;
}

/** Whether the page is whole and starts scripts of this build alone. */
function isPageOf(files: ReadonlySet<string>, html: string): boolean {
  const scripts = [...html.matchAll(/\s(?:src|data-start)="\.\/(assets\/[^"]+)"/gu)].map(
    ([, src = '']) => src,
  );
  return scripts.length > 0 && scripts.every((src) => files.has(src)) && html.trimEnd().endsWith('</html>');
}

async function hashOf(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return `sha256-${btoa(Array.from(digest, (byte) => String.fromCharCode(byte)).join(''))}`;
}
