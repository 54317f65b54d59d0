/** One request to the Hub or a mirror of it, with an error for people in place of every other answer. */
import { hostOf } from '../base/address';
import { hasCode, LetheError } from '../base/errors';
import { limits } from '../base/limits';
import { chunksOf, unlessStalled } from '../files/response-body';
import { fail, hubErrors } from './errors';

export interface Asked {
  readonly address: string;
  /** what is asked for, in the words of an error: owner/name, or with the name of a file */
  readonly what: string;
  /** of which revision, where it is a branch or tag that there may not be */
  readonly revision?: { readonly repo: string; readonly revision: string };
  /** bytes to ask for: from here, and up to the byte before `to` @default all */
  readonly from?: number;
  readonly to?: number;
}

/** An answer, of which more than the head need not be read. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Throws like `askHub`. */
  chunks(): AsyncGenerator<Uint8Array<ArrayBuffer>>;
  /** Ends the transfer. */
  stop(): void;
}

/**
 * Asks once. A request for bytes is answered with 200 by a host that gives no parts, with 416 by one that has none there.
 * @throws LetheError hub/not-found, hub/no-revision, hub/closed, hub/busy, hub/failed, hub/offline, hub/unreachable; the
 * signal's reason
 */
export async function askHub(asked: Asked, signal: AbortSignal): Promise<Answer> {
  signal.throwIfAborted();
  const transfer = new AbortController();
  const onAbort = (): void => transfer.abort(signal.reason);
  signal.addEventListener('abort', onAbort);
  const stop = (): void => {
    signal.removeEventListener('abort', onAbort);
    transfer.abort();
  };
  const kind = <T>(promise: Promise<T>): Promise<T> =>
    promise.catch((e: unknown) => unreached(e, asked, signal));
  try {
    const { address, from, to } = asked;
    const headers = from === undefined ? {} : { Range: `bytes=${from}-${to === undefined ? '' : to - 1}` };
    const response = await kind(
      unlessStalled(
        // What comes is kept by us: the browser's own cache would hold it a second time.
        fetch(address, { headers, cache: 'no-store', credentials: 'omit', referrerPolicy: 'no-referrer', signal: transfer.signal }), // prettier-ignore
        limits.host,
      ),
    );
    if (!response.ok && !(response.status === 416 && from !== undefined)) refuse(response, asked);
    return {
      status: response.status,
      headers: response.headers,
      async *chunks() {
        const reading = chunksOf(response, limits.host);
        try {
          for (;;) {
            const next = await kind(reading.next());
            if (next.done === true) return;
            yield next.value;
          }
        } finally {
          stop();
        }
      },
      stop,
    };
  } catch (error) {
    stop();
    throw error;
  }
}

function refuse({ status, headers }: Response, { address, what, revision }: Asked): never {
  const host = hostOf(address);
  const code = headers.get('x-error-code');
  if (code === 'RevisionNotFound' && revision) fail('hub/no-revision', revision);
  if (status === 429) fail('hub/busy', { host, seconds: String(secondsAskedFor(headers)) });
  if (code === 'GatedRepo' || (status === 403 && code === null)) fail('hub/closed', { what, host });
  // The Hub answers 401 both for what is private and for what there is not.
  if (status === 401 || status === 404 || status === 410) fail('hub/not-found', { what, host });
  return fail('hub/failed', { host, status: String(status) });
}

/** How long to wait where a host says nothing of it. */
const UNSAID = 60;

/** In Retry-After, or as the Hub says it: `ratelimit: "api";r=0;t=55`. */
function secondsAskedFor(headers: Headers): number {
  const said = headers.get('retry-after');
  if (said !== null && /^\d{1,6}$/u.test(said)) return Number(said);
  if (said !== null && !Number.isNaN(Date.parse(said)))
    return Math.max(1, Math.ceil((Date.parse(said) - Date.now()) / 1000));
  const [, reset] = /\bt\s*=\s*(\d{1,6})/u.exec(headers.get('ratelimit') ?? '') ?? [];
  return reset === undefined ? UNSAID : Number(reset);
}

function unreached(error: unknown, { address }: Asked, signal: AbortSignal): never {
  signal.throwIfAborted();
  if (error instanceof LetheError) throw error;
  const host = hostOf(address);
  if (isOffline()) return fail('hub/offline', { host }, error);
  return fail('hub/unreachable', { host, reason: reasonOf(error) }, error);
}

/** Node says the reason only in the cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}

/** Only “offline” is certain: a browser is “online” in any network, and Node does not say. */
const isOffline = (): boolean =>
  (globalThis.navigator as { readonly onLine?: boolean } | undefined)?.onLine === false;

/** Whether asking again may help. */
export const isPassing = (error: unknown): boolean =>
  (['hub/busy', 'hub/offline', 'hub/unreachable'] as const).some((code) => hasCode(error, hubErrors, code)) ||
  (error instanceof LetheError &&
    hasCode(error, hubErrors, 'hub/failed') &&
    error.params.status?.startsWith('5') === true);

/** Seconds that a host asked to wait; null if `error` is of another kind. */
export const askedToWait = (error: unknown): number | null =>
  error instanceof LetheError && hasCode(error, hubErrors, 'hub/busy') ? Number(error.params.seconds) : null;
