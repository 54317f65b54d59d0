/** The base address of a language model, as it was typed. */
import { isThisMachine } from '../../base/address';
import { fail } from '../errors';

/**
 * The address without slashes at its end. `page`: the origin of the page that asks; null: a program without one.
 * @throws LetheError assist/address, assist/plain-http
 */
export function checkedAddress(typed: string, page: string | null): string {
  const address = typed.trim();
  const refuse = (reason: string): never => fail('assist/address', { address, reason });
  let url: URL;
  try {
    url = new URL(address);
  } catch (error) {
    return fail('assist/address', { address, reason: 'it is not a whole address' }, error);
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') refuse('it begins neither with http nor https');
  if (url.username !== '' || url.password !== '') refuse('it contains a password');
  if (url.search !== '' || url.hash !== '') refuse('it contains a “?” or a “#”');
  if (page !== null && url.protocol === 'http:' && !isThisMachine(url.hostname) && url.origin !== page)
    fail('assist/plain-http', { host: url.host });
  return url.href.replace(/\/+$/u, '');
}
