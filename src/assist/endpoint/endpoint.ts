/** Any OpenAI-compatible endpoint as an answerer, with a bounded number of tries. */
import { unlessAborted } from '../../base/abort';
import type { Answer, Answerer, AnswerEvent, Question } from '../answerer';
import { askOnce } from './ask-once';
import { EndpointFailure } from './failures';
import { refusedPart, type OptionalPart } from './request';
import { MOST_AT_ONCE, type EndpointSettings } from './settings';

/** Seconds before each further try. */
const PAUSES = [1, 4] as const;
/** The longest time that a server may ask to wait; after a longer one the user decides. */
const LONGEST_WAIT = 60;

export function endpoint(settings: EndpointSettings): Answerer {
  /** What the server has refused once is not sent again. */
  const without = new Set<OptionalPart>();
  return {
    name: settings.model,
    atOnce: Math.min(MOST_AT_ONCE, Math.max(1, Math.floor(settings.atOnce))),
    answer: (question, signal) => tries(settings, question, without, signal),
  };
}

async function* tries(
  settings: EndpointSettings,
  question: Question,
  without: Set<OptionalPart>,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent, Answer> {
  const { pauses = PAUSES } = settings;
  for (let attempt = 1; ;) {
    try {
      return yield* askOnce(settings, question, without, signal);
    } catch (error) {
      if (!(error instanceof EndpointFailure)) throw error;
      const refused = error.error.code === 'assist/refused' ? refusedPart(error.said, without) : null;
      const pause = refused === null ? pauseAfter(error, pauses[attempt - 1]) : 0;
      if (pause === null) throw error.error;
      if (refused === null) attempt += 1;
      else without.add(refused);
      yield { kind: 'again', seconds: pause, attempt, because: error.message };
      await unlessAborted(new Promise((resolve) => setTimeout(resolve, 1000 * pause)), signal);
    }
  }
}

/** Seconds until the next try; null: there is none. */
function pauseAfter({ wait }: EndpointFailure, usual: number | undefined): number | null {
  if (wait === null || usual === undefined || wait > LONGEST_WAIT) return null;
  return Math.max(wait, usual);
}
