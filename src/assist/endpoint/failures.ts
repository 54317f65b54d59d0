/** What an answer that is no answer means. */
import { hostOf } from '../../base/address';
import type { LetheError } from '../../base/errors';
import { makeError } from '../../base/errors';
import { assistErrors } from '../errors';
import { admittingLine } from './presets';
import type { Said } from './said';
import type { EndpointSettings } from './settings';

/** An error of an endpoint, and whether it may pass. */
export class EndpointFailure extends Error {
  constructor(
    readonly error: LetheError,
    /** Seconds after which another try makes sense; 0: as usual; null: it makes none. */
    readonly wait: number | null,
    readonly said: string,
  ) {
    super(error.message, { cause: error });
  }
}

/** An answer with a status other than 200, or an error in the middle of a stream. `wait`: seconds it asks to wait. */
export function failureOf(
  settings: EndpointSettings,
  status: number,
  { text: said, isTooLong }: Said,
  wait: number | null = null,
): EndpointFailure {
  const { address, model, page } = settings;
  const host = hostOf(address);
  const of = (error: LetheError, again: number | null = null): EndpointFailure =>
    new EndpointFailure(error, again, said);
  if (status === 401)
    return of(makeError(assistErrors, page === null ? 'assist/key-variable' : 'assist/key', { host, said }));
  if (status === 403) return of(makeError(assistErrors, 'assist/forbidden', { host, said }));
  if (status === 404) return of(makeError(assistErrors, 'assist/not-found', { address, model, said }));
  if (status === 429) {
    const seconds = String(wait ?? '?');
    return of(makeError(assistErrors, 'assist/too-many', { host, seconds, said }), wait ?? 0);
  }
  if (isTooLong || status === 413) return of(makeError(assistErrors, 'assist/too-long', { said }));
  const params = { host, status: String(status), said };
  return status >= 500
    ? of(makeError(assistErrors, 'assist/server', params), wait ?? 0)
    : of(makeError(assistErrors, 'assist/refused', params));
}

/** Browsers do not say whether a server does not run or does not admit the page; a program needs no admission. */
export function unreachable({ address, server, page }: EndpointSettings, cause: unknown): EndpointFailure {
  const host = hostOf(address);
  const error =
    page === null
      ? makeError(assistErrors, 'assist/no-server', { host }, cause)
      : makeError(
          assistErrors,
          'assist/unreachable',
          { host, admit: admittingLine(address, server, page) },
          cause,
        );
  return new EndpointFailure(error, null, '');
}

/** The stream ended, or became unreadable, before the answer did. */
export function brokenOff({ address }: EndpointSettings, got: string, cause?: unknown): EndpointFailure {
  const error = makeError(
    assistErrors,
    'assist/broken-stream',
    { host: hostOf(address), got: String(got.length) },
    cause,
  );
  return new EndpointFailure(error, 0, '');
}

/** The seconds that a server asks to wait: a number or a date (RFC 9110). null: it does not say, or not to this page. */
export function waitOf({ headers }: Response, now: number): number | null {
  const said = headers.get('retry-after');
  if (said === null) return null;
  const seconds = Number(said);
  if (Number.isFinite(seconds)) return Math.max(0, Math.ceil(seconds));
  const date = Date.parse(said);
  return Number.isNaN(date) ? null : Math.max(0, Math.ceil((date - now) / 1000));
}
