/** One try to get an answer from an endpoint. */
import { LetheError, makeError } from '../../base/errors';
import { MOST_CHARACTERS, type Answer, type AnswerEvent, type Question, type Usage } from '../answerer';
import { assistErrors } from '../errors';
import { chunksOf, textOf, unlessSilent } from './body';
import { brokenOff, EndpointFailure, failureOf, unreachable, waitOf } from './failures';
import { pieceOf } from './pieces';
import { bodyOf, headersOf, privately, type OptionalPart } from './request';
import { saidIn } from './said';
import { serverEvents } from './server-events';
import type { EndpointSettings } from './settings';

/** Most bytes that are read of an error. */
const MOST_OF_ERROR = 65_536;
/** Most bytes of an answer that is not streamed. */
const MOST_WHOLE = 4 * MOST_CHARACTERS;

/** @throws EndpointFailure, LetheError assist/too-slow and assist/answer, or the signal’s reason */
export async function* askOnce(
  settings: EndpointSettings,
  question: Question,
  without: ReadonlySet<OptionalPart>,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent, Answer> {
  const transfer = new AbortController();
  try {
    const response = await begin(settings, question, without, transfer.signal, signal);
    if (!response.ok) {
      const said = saidIn(await textOf(response, MOST_OF_ERROR, settings, signal), settings.key);
      throw failureOf(settings, response.status, said, waitOf(response, Date.now()));
    }
    return yield* read(response, settings, signal);
  } finally {
    transfer.abort();
  }
}

async function begin(
  settings: EndpointSettings,
  question: Question,
  without: ReadonlySet<OptionalPart>,
  transfer: AbortSignal,
  signal: AbortSignal,
): Promise<Response> {
  signal.throwIfAborted();
  const request = {
    ...{ ...privately, method: 'POST', signal: transfer },
    ...{ headers: headersOf(settings), body: bodyOf(settings, question, without) },
  };
  const asked = fetch(`${settings.address}/chat/completions`, request).catch((error: unknown) => {
    throw unreachable(settings, error);
  });
  return unlessSilent(asked, settings, signal);
}

async function* read(
  response: Response,
  settings: EndpointSettings,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent, Answer> {
  let text = '';
  let usage: Usage = { prompt: null, answer: null };
  let finish: string | null = null;
  let isDone = false;
  try {
    for await (const json of eventsOf(response, settings, signal)) {
      isDone ||= json.trim() === '[DONE]';
      if (isDone) break;
      const piece = pieceOf(json, settings);
      usage = piece.usage ?? usage;
      finish = piece.finish ?? finish;
      text += piece.text;
      if (text.length > MOST_CHARACTERS) throw tooMuch();
      if (piece.text !== '') yield { kind: 'text', text: piece.text };
    }
  } catch (error) {
    if (signal.aborted || error instanceof EndpointFailure || error instanceof LetheError) throw error;
    throw brokenOff(settings, text, error);
  }
  // Some servers name a reason, some end with [DONE], most do both.
  if (!isDone && finish === null) throw brokenOff(settings, text);
  return { text, usage, isWhole: finish !== 'length' };
}

/** The events of a stream; an answer that came whole is one. */
async function* eventsOf(
  response: Response,
  settings: EndpointSettings,
  signal: AbortSignal,
): AsyncGenerator<string, void> {
  const isWhole = response.headers.get('content-type')?.includes('json') === true;
  if (isWhole) yield await textOf(response, MOST_WHOLE, settings, signal);
  else yield* serverEvents(chunksOf(response, settings, signal));
}

function tooMuch(): LetheError {
  return makeError(assistErrors, 'assist/answer', {
    expected: `at most ${MOST_CHARACTERS} characters`,
    got: 'more',
  });
}
