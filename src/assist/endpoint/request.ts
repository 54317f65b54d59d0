/** One request: what is sent, and how it is adapted to what a server refuses. */
import type { Question } from '../answerer';
import type { EndpointSettings } from './settings';

/** Parts of a request that not every server, or not every model, takes. */
const optional = ['response_format', 'stream_options', 'temperature', 'max_tokens'] as const;
export type OptionalPart = (typeof optional)[number];

/** The body of a request. `without`: what this server has refused. */
export function bodyOf(
  { model }: Pick<EndpointSettings, 'model'>,
  { messages, maxTokens, temperature = 0, isJson = false }: Question,
  without: ReadonlySet<OptionalPart>,
): string {
  const parts: Record<OptionalPart, unknown> = {
    response_format: isJson ? { type: 'json_object' } : undefined,
    stream_options: { include_usage: true },
    temperature,
    max_tokens: maxTokens,
  };
  const sent = Object.fromEntries(
    optional.map((part) => [part, without.has(part) ? undefined : parts[part]] as const),
  );
  // Reasoning models know the same limit under another name.
  const renamed = without.has('max_tokens') ? { max_completion_tokens: maxTokens } : {};
  return JSON.stringify({ model, messages, stream: true, ...sent, ...renamed });
}

export function headersOf({ key }: Pick<EndpointSettings, 'key'>): Record<string, string> {
  return { 'content-type': 'application/json', ...(key === '' ? {} : { authorization: `Bearer ${key}` }) };
}

/** How every request is made: nothing but what is named here goes out, and to nobody but the host. */
export const privately = {
  credentials: 'omit',
  cache: 'no-store',
  redirect: 'error',
  referrerPolicy: 'no-referrer',
} as const satisfies RequestInit;

/** The part of the request that a refusal is about, unless it was left out already; null: another reason. */
export function refusedPart(said: string, without: ReadonlySet<OptionalPart>): OptionalPart | null {
  return optional.find((part) => !without.has(part) && said.includes(part)) ?? null;
}
