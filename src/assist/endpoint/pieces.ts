/** The pieces of an answer, from the events of a stream or from an answer that came whole. */
import { hostOf } from '../../base/address';
import { tryJson } from '../../base/json';
import { makeError } from '../../base/errors';
import { v } from '../../base/schema';
import type { Usage } from '../answerer';
import { assistErrors } from '../errors';
import { EndpointFailure, failureOf } from './failures';
import { saidIn } from './said';
import type { EndpointSettings } from './settings';

const content = v.optional(v.object({ content: v.nullish(v.string()) }));
const count = v.nullish(v.number());
const shape = v.object({
  choices: v.array(
    v.object({
      /** a piece, in a stream */
      delta: content,
      /** all of it, otherwise */
      message: content,
      finish_reason: v.nullish(v.string()),
    }),
  ),
  usage: v.nullish(v.object({ prompt_tokens: count, completion_tokens: count })),
});

export interface Piece {
  readonly text: string;
  /** Why the answer ends with it, such as `stop` or `length`; null: it goes on. */
  readonly finish: string | null;
  readonly usage: Usage | null;
}

/** @throws EndpointFailure if it is an error, or nothing that such a server sends */
export function pieceOf(json: string, settings: EndpointSettings): Piece {
  const result = tryJson(json);
  const parsed = 'value' in result ? v.safeParse(shape, result.value) : null;
  if (parsed?.success !== true) {
    const isError = 'value' in result && isObject(result.value) && 'error' in result.value;
    if (isError) throw errorIn(json, settings);
    const expected = 'a piece of an answer';
    const got = 'value' in result ? json : result.got;
    const params = { host: hostOf(settings.address), expected, got };
    throw new EndpointFailure(makeError(assistErrors, 'assist/protocol', params), null, '');
  }
  const { choices, usage } = parsed.output;
  const [choice] = choices;
  return {
    text: choice?.delta?.content ?? choice?.message?.content ?? '',
    finish: choice?.finish_reason ?? null,
    usage: usage ? { prompt: usage.prompt_tokens ?? null, answer: usage.completion_tokens ?? null } : null,
  };
}

/** An error that a server sends after it began to answer with status 200. */
function errorIn(json: string, settings: EndpointSettings): EndpointFailure {
  const said = saidIn(json, settings.key);
  return failureOf(settings, said.status ?? 500, said);
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
