/** The answers at the α that is shown: recorded ones at the nearest α, live ones with what has become of their models. */
import { answerAt, largestAlpha } from '../../../recorded/answer-at';
import { recordedAnswer, type Recording } from '../recording';
import { answerOf, noAnswer, type Answer } from './answer';
import { goneVariants } from './answering-models';
import type { ShownAnswers } from './ask-view';
import { modelVariants } from './asking';
import type { AnsweringModels, Conversation } from './conversation.svelte';

const nothing: ShownAnswers = { all: [], source: null, alpha: null, beyond: null, gone: [], opened: null };
const EQUATION1 = modelVariants.indexOf('equation1');

export function shownAnswers(
  { source, asked, answers }: Pick<Conversation, 'source' | 'asked' | 'answers'>,
  recorded: Recording | null,
  alpha: number,
  models: AnsweringModels,
): ShownAnswers {
  if (source?.kind === 'live')
    return {
      all: answers,
      source: 'live',
      alpha: source.alpha,
      beyond: null,
      gone: goneVariants(source.models, models),
      opened: source.opened,
    };
  const found = source && recorded ? recordedAnswer(recorded, asked) : null;
  if (!found || !recorded) return nothing;
  const used = recorded.run.settings.alpha;
  const at = answerAt(found, used, alpha);
  return {
    all: withEquation1(answers, at ? answerOf(at.tokens) : noAnswer),
    source: 'recorded',
    alpha: at?.alpha ?? null,
    beyond: at ? null : largestAlpha(found, used),
    gone: [],
    opened: null,
  };
}

const withEquation1 = (answers: readonly Answer[], equation1: Answer): Answer[] =>
  answers.map((one, row) => (row === EQUATION1 ? equation1 : one));
