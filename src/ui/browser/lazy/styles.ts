/**
 * Stylesheets that failed, or came as another file, are fetched again. The page's import map lists their hashes, but
 * browsers apply it to scripts only.
 */
import { attempts } from '../../../base/once';
import { v } from '../../../base/schema';

const importMap = v.object({ integrity: v.record(v.string(), v.string()) });

/** Hashes by address; empty in development. */
function listedHashes(): ReadonlyMap<string, string> {
  const text = document.querySelector('script[type=importmap]')?.textContent ?? '{"integrity":{}}';
  const { integrity } = v.parse(importMap, JSON.parse(text));
  return new Map(
    Object.entries(integrity).map(([path, hash]) => [new URL(path, document.baseURI).href, hash]),
  );
}

/** Looks after every stylesheet of the page from now on, and those that have already failed. */
export function keepStyles(): void {
  const hashes = listedHashes();
  const fetched = (link: HTMLLinkElement, cache: RequestCache): Promise<Response> =>
    fetch(link.href, { cache, integrity: hashes.get(link.href) ?? '' }); // rejects a file with another hash
  const renew = (link: HTMLLinkElement): void => {
    attempts(() => fetched(link, 'reload')).then(
      () => link.replaceWith(link.cloneNode()),
      () => link.remove(), // a part of the page that needs it asks for it again
    );
  };
  const look = ({ target, type }: Event): void => {
    if (!(target instanceof HTMLLinkElement) || !hashes.has(target.href) || target.rel !== 'stylesheet')
      return;
    if (type === 'error') renew(target);
    else fetched(target, 'force-cache').catch(() => renew(target));
  };
  document.addEventListener('error', look, true); // these events do not bubble
  document.addEventListener('load', look, true);
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]'))
    if (!link.sheet && hashes.has(link.href)) renew(link);
}
