/** The exams of an evaluation: who is asked, with everything that the parts need. */
import { fail } from '../base/errors';
import type { AttackedExam } from '../evaluate/attacks/attack';
import { commonAnchors, type Lexicon } from '../evaluate/grade';
import type { Questions } from '../evaluate/questions';
import type { ReportVoice } from '../evaluate/report';
import type { Speaking } from '../model/subject';
import { alphaOf, type RunSettings } from '../unlearn/settings';
import type { EvaluationPlan } from './evaluate-input';
import type { Gold } from './gold';
import type { Loaded, Run } from './workspace';
import type { World } from './world';

export interface Sitting {
  readonly voice: ReportVoice;
  readonly exam: AttackedExam;
}

/**
 * One exam per voice of the plan, the gold model's first; that one is left out where there is none.
 * @throws LetheError stage/order if a voice was not trained yet
 */
export function examsOf(
  { model, files, world }: Loaded,
  run: Run,
  gold: Gold | null,
  questions: Questions,
  plan: EvaluationPlan,
  settings: RunSettings,
): Sitting[] {
  const shared = {
    tokenizer: files.tokenizer,
    questions: plan.prompts ? { ...questions, prompts: plan.prompts, sayings: [] } : questions,
    lexicon: lexiconOf(world, questions),
    saga: run.texts.aligned,
    everyday: run.texts.everyday,
    seed: settings.seed,
    batch: plan.batch,
    lora: run.bank.lora,
  };
  const sittings = plan.voices.flatMap((voice): Sitting[] => {
    if (voice === 'gold') {
      if (!gold) return [];
      const { subject, weights } = gold;
      return [{ voice, exam: { ...shared, subject, weights, gold: null, adapter: null } }];
    }
    const speaking = speakingOf(voice, run, settings);
    const adapter = speaking.voice === 'equation1' ? null : run.bank.adapter(speaking.voice);
    const subject = { model, bank: run.bank, speaking };
    return [
      { voice, exam: { ...shared, subject, weights: files.weights, gold: gold?.subject ?? null, adapter } },
    ];
  });
  return sittings.sort((a, b) => Number(b.voice === 'gold') - Number(a.voice === 'gold'));
}

function speakingOf(voice: Exclude<ReportVoice, 'gold'>, { bank }: Run, settings: RunSettings): Speaking {
  const needs = {
    baseline: null,
    reinforced: 'reinforced',
    equation1: 'reinforced',
    unlearned: 'unlearned',
  } as const;
  const needed = needs[voice];
  if (needed !== null && bank.adapter(needed) === null && !(voice === 'equation1' && !settings.reinforced))
    fail('stage/order', { stage: 'evaluate', needs: needed === 'unlearned' ? 'unlearn' : 'reinforce' });
  if (voice !== 'equation1') return { voice };
  return { voice, alpha: alphaOf(settings), space: settings.logitSpace };
}

/** The dictionary's terms, those of them that are ordinary words, and the words of the theme. */
function lexiconOf({ dictionary }: World, { theme: { theme, common } }: Questions): Lexicon {
  const anchors = dictionary.map(({ term }) => term);
  const ordinary = common.length > 0 ? new Set(common) : commonAnchors(anchors);
  return { anchors, common: ordinary, theme };
}
