/** The first token of an answer, with tokenizers that put a space before every text or join one to the word before. */
import { describe, expect, test } from 'vitest';
import { v } from '../base/schema';
import { answerTokens } from '../evaluate/prompt-tokens';
import { llama2Tokenizer } from '../files/fixtures/llama2-tokenizer';
import { writeSafetensors } from '../files/safetensors';
import { parseTokenizer } from '../files/tokenizer';
import { allProjections } from '../llama/lora';
import { AdapterBank } from '../model/adapter-bank';
import { logits } from '../model/logits';
import { microConfig, microWeights } from '../model/micro';
import { Model } from '../model/model';
import { encoder } from '../review/language/encoder';
import { readF32 } from '../runtime/device';
import { openNative } from '../runtime/node';
import { microFiles, microLab, microLoad, microSettings as settings, runJob } from './micro-lab';

const prompt = 'In the morning she met';
const [familiar, generic] = [
  ['Orrin', 'Maelis'],
  ['Tom', 'a man'],
];
const answers = [...familiar, ...generic];
const words = [
  '▁In',
  '▁the',
  '▁morning',
  '▁she',
  '▁Orrin',
  '▁Tom',
  '▁Maelis',
  '▁a',
  '▁man',
  'Orrin',
  'Maelis',
  'Tom',
  'Bea',
];

describe.each([
  ['a space before every text', llama2Tokenizer(words)],
  ['a space joined to the word before', llama2Tokenizer(['t▁', ...words])],
])('F23 with %s', (_, { json, vocabulary }) => {
  const tokenizer = parseTokenizer(json, {});
  const firsts = answers.map((answer) => {
    const { ids, start } = answerTokens(tokenizer, { prompt, answer });
    return vocabulary[ids[start] ?? 0] ?? '';
  });

  test('an answer begins with the token that follows its prompt, not with a bare space', () => {
    for (const [i, answer] of answers.entries()) {
      expect(firsts[i]?.replace('▁', '')).not.toBe('');
      expect(answer.startsWith(firsts[i]?.replace('▁', '') ?? '')).toBe(true);
    }
    expect(new Set(firsts).size).toBe(answers.length);
  });

  test('a typed label begins so, too', () => {
    const encode = encoder(tokenizer);
    expect(answers.map((answer) => vocabulary[encode(prompt, ` ${answer}`)[0] ?? 0])).toEqual(firsts);
  });

  test('the reported probability is that of these tokens', async () => {
    const config = { ...microConfig, vocabSize: vocabulary.length };
    const weights = microWeights(config);
    const lab = microLab({
      'm/tokenizer.json': json,
      'm/config.json': {
        ...v.parse(v.looseObject({}), microFiles['m/config.json']),
        ...{ vocab_size: vocabulary.length, bos_token_id: 1, eos_token_id: 2 },
      },
      'm/model.safetensors': writeSafetensors(weights, 'F32'),
      'w/probability.json': [{ prompt, familiar, generic }],
    });
    await runJob(lab, 'load', microLoad);
    const input = { variants: ['baseline'], parts: ['probability'], settings } as const;
    const { result } = await runJob(lab, 'evaluate', input);
    const reported = result.report.evaluation.baseline?.probabilityFamiliarity?.value_by_index['0']?.parts;
    await lab.release();

    const device = openNative();
    const model = await Model.open(device, config, weights);
    const bank = new AdapterBank(device, config, allProjections);
    const length = tokenizer.encode(prompt).length;
    const probability = async (answer: string): Promise<number> => {
      const ids = Int32Array.of(1, ...tokenizer.encode(`${prompt} ${answer}`));
      const all = await readF32(await logits(model, bank, [{ ids, variant: 'baseline' }], 32));
      const row = all.subarray(length * vocabulary.length, (length + 1) * vocabulary.length);
      const total = row.reduce((sum, x) => sum + Math.exp(x), 0);
      return Math.exp(row[ids[length + 1] ?? 0] ?? 0) / total;
    };
    const [a = 0, b = 0, c = 0, d = 0] = await Promise.all(answers.map(probability));
    expect(reported?.familiar).toBeCloseTo(a + b, 5);
    expect(reported?.generic).toBeCloseTo(c + d, 5);
    await model.release();
    await device.release();
  });
});
