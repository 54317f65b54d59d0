/**
 * The address's hash: `#/lab/label?v=1&alpha=3`. Before the question mark is where the visitor is, after it are the
 * settings. Links of version 0.2 have only settings, as in `#v=1&alpha=3`, and lead to the lab.
 */
import { labRoute, routes, type Route } from './places';

/** The route of any hash. */
export function routeOf(hash: string): Route {
  const [, path] = /^#\/([^?]*)/.exec(hash) ?? [];
  if (path === undefined) return queryOf(hash) === '' ? 'see' : labRoute('text');
  return (
    routes.find((route) => route === path) ?? routes.find((route) => route.startsWith(`${path}/`)) ?? 'see'
  );
}

/** The settings of any hash, without a mark before them. */
export function queryOf(hash: string): string {
  return hash.replace(/^#(\/[^?]*\??)?/, '');
}

/** The hash of a route with the settings of `query`. */
export function hashOf(route: Route, query: string): string {
  return `#/${route}${query === '' ? '' : `?${query}`}`;
}
