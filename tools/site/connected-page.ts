/** The page that may use the network, from the one that may not. */
import { NETWORK } from './content-security-policy.ts';

/** As the policy stands in an attribute, where quotes may be escaped. */
const STRICT = /connect-src (?:'|&#39;)self(?:'|&#39;)(?=;)/gu;

/** Differs in what it may connect to, and says so to its scripts. @throws Error if the page has no policy to change */
export function connectedFrom(html: string): string {
  if (html.match(STRICT)?.length !== 1 || !html.includes('<html '))
    throw new Error('expected one connect-src, and an <html> with attributes, in index.html');
  return sayingSo(html.replace(STRICT, `$& ${NETWORK}`));
}

/** Tells the scripts of a page that it is the connected one. */
export const sayingSo = (html: string): string => html.replace('<html ', '<html data-connected ');
