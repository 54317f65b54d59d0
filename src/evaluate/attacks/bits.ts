/** The attack of a smaller file: weights rounded to a few bits. */
import { AdapterBank } from '../../model/adapter-bank';
import { mergeAdapter } from '../../model/merge';
import { Model } from '../../model/model';
import { roundWeights } from '../../model/round-weights';
import { sample } from '../exam';
import { answered, written } from '../parts/completions';
import { text } from '../parts/text';
import type { Attack, AttackedExam } from './attack';

const PROMPTS = 100;
const BLOCKS = 24;

/** The subject with its adapter merged and its projections rounded; perplexity says what the rounding itself costs. */
export function bits(count: number): Attack {
  return {
    voices: ['baseline', 'reinforced', 'unlearned', 'gold'],
    count: (exam) => {
      const { questions, everyday } = fewer(exam);
      return questions.prompts.length + everyday.length;
    },
    async *run(full, signal) {
      const few = fewer(full);
      const { subject, weights, adapter, lora } = few;
      const { device, config } = subject.model;
      const merged = adapter ? mergeAdapter(config, weights, adapter) : weights;
      const model = await Model.open(device, config, roundWeights(config, merged, count));
      const bank = new AdapterBank(device, config, lora);
      try {
        const exam = { ...few, subject: { model, bank, speaking: { voice: 'baseline' } as const } };
        const { prompts } = few.questions;
        const figures = answered(exam, prompts, yield* written(exam, prompts, signal));
        const { perplexity } = yield* text.run({ ...exam, saga: [] }, signal);
        return { figures: { ...figures, ...(perplexity ? { perplexity } : {}) } };
      } finally {
        await bank.release();
        await model.release();
      }
    },
  };
}

function fewer(exam: AttackedExam): AttackedExam {
  const prompts = sample(exam.questions.prompts, PROMPTS);
  return {
    ...exam,
    questions: { ...exam.questions, prompts },
    everyday: sample(exam.everyday, BLOCKS),
  };
}
