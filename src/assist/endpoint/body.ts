/** The bytes of a response as they come, unless nothing comes for too long. */
import { hostOf } from '../../base/address';
import { withLimit } from '../../base/abort';
import { makeError } from '../../base/errors';
import { limits, seconds } from '../../base/limits';
import { assistErrors } from '../errors';
import type { EndpointSettings } from './settings';

/** Settles like `promise`. @throws LetheError assist/too-slow, or the signal’s reason */
export function unlessSilent<T>(
  promise: Promise<T>,
  { address, silence = limits.answer }: EndpointSettings,
  signal: AbortSignal,
): Promise<T> {
  const late = (): Error =>
    makeError(assistErrors, 'assist/too-slow', { host: hostOf(address), seconds: seconds(silence) });
  return withLimit(promise, silence, late, signal);
}

export async function* chunksOf(
  { body }: Response,
  settings: EndpointSettings,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array, void> {
  const reader = body?.getReader();
  for (;;) {
    const next = await (reader && unlessSilent(reader.read(), settings, signal));
    if (!next || next.done) return;
    yield next.value;
  }
}

/** The body as text, up to `most` bytes; the rest is not read. */
export async function textOf(
  response: Response,
  most: number,
  settings: EndpointSettings,
  signal: AbortSignal,
): Promise<string> {
  const decoder = new TextDecoder();
  let [text, size] = ['', 0];
  for await (const chunk of chunksOf(response, settings, signal)) {
    text += decoder.decode(chunk.subarray(0, most - size), { stream: true });
    size += chunk.length;
    if (size >= most) break;
  }
  return text;
}
