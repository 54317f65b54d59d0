/** The models that an endpoint offers. */
import { hostOf } from '../../base/address';
import { parseJson } from '../../base/json';
import { v, validate } from '../../base/schema';
import { fail } from '../errors';
import { textOf, unlessSilent } from './body';
import { EndpointFailure, failureOf, unreachable } from './failures';
import { headersOf, privately } from './request';
import { saidIn } from './said';
import type { EndpointSettings } from './settings';

const shape = v.object({ data: v.array(v.object({ id: v.string() })) });
const MOST = 4_000_000;

/** The names of the models, sorted. @throws LetheError as an answer does, or the signal’s reason */
export async function modelsOf(settings: EndpointSettings, signal: AbortSignal): Promise<string[]> {
  const transfer = new AbortController();
  try {
    const request = { ...privately, headers: headersOf(settings), signal: transfer.signal };
    const asked = fetch(`${settings.address}/models`, request).catch((error: unknown) => {
      throw unreachable(settings, error);
    });
    const response = await unlessSilent(asked, settings, signal);
    const text = await textOf(response, MOST, settings, signal);
    if (!response.ok) throw failureOf(settings, response.status, saidIn(text, settings.key));
    const refuse = (expected: string, got: string): never =>
      fail('assist/protocol', { host: hostOf(settings.address), expected, got });
    const { data } = validate(shape, parseJson(text, refuse), ({ field, expected, got }) =>
      refuse(`${expected} as ${field} in the list of models`, got),
    );
    return [...new Set(data.map(({ id }) => id))].sort();
  } catch (error) {
    throw error instanceof EndpointFailure ? error.error : error;
  } finally {
    transfer.abort();
  }
}
