import { expect, test } from 'vitest';
import { microChat as config, microLab, microLoad, microSettings, runJob } from './micro-lab';

const ask = { variants: ['baseline'], maxTokens: 8, settings: microSettings } as const;

/** `answers`: the probabilities of the tokens that are written, which tell what was read. */
async function loaded(changes: Readonly<Record<string, unknown>>) {
  const lab = microLab(changes);
  const { result } = await runJob(lab, 'load', microLoad);
  const answers = async (prompt: string, chat: { readonly system: string } | null) => {
    const { events } = await runJob(lab, 'ask', { ...ask, prompts: [prompt], chat });
    return events.flatMap((event) =>
      event.kind === 'write' ? event.written.map(({ token }) => token.probability.toFixed(5)) : [],
    );
  };
  return { result, answers };
}

test('a prompt is put into the template, with what the model is told before it, and BOS once', async () => {
  const { result, answers } = await loaded({ 'm/tokenizer_config.json': config });
  expect(result.chats).toBe(true);
  const plain = await answers('she met, ', null);
  expect(plain).toHaveLength(8);
  expect(await answers(' she met', { system: ' ' })).toEqual(plain);
  const told = await answers('she met', { system: 'Be glad' });
  expect(told).toEqual(await answers('Be glad! she met, ', null));
  expect(told).not.toEqual(plain);
});

test('what the baseline reads inside equation 1 is translated with the template around it', async () => {
  const lab = microLab({ 'm/tokenizer_config.json': config });
  await runJob(lab, 'load', microLoad);
  const input = {
    ...ask,
    variants: ['equation1'],
    prompts: ['Bea met'],
    baselineReads: 'translation',
  } as const;
  const { events } = await runJob(lab, 'ask', { ...input, chat: { system: '' } });
  const read = events.find((event) => event.kind === 'read');
  expect(read?.translated[0]).toMatch(/^<s>(?:Ada|Eda) met, $/u);
});

test('a model without a template is not asked so, and a template that fails says why', async () => {
  const { result, answers } = await loaded({});
  expect(result.chats).toBe(false);
  await expect(answers('she met', { system: '' })).rejects.toMatchObject({ code: 'chat/none' });
  const broken = { ...config, chat_template: "{{ raise_exception('no questions') }}" };
  const { answers: failing } = await loaded({ 'm/tokenizer_config.json': broken });
  await expect(failing('she met', { system: '' })).rejects.toMatchObject({
    code: 'chat/failed',
    params: { reason: 'no questions' },
  });
});

test('what is expected after a prompt is expected at the beginning of the answer', async () => {
  const lab = microLab({ 'm/tokenizer_config.json': config });
  await runJob(lab, 'load', microLoad);
  const probability = async (prompt: string, expected: string, chat: { readonly system: string } | null) => {
    const input = {
      texts: [{ prompt, expected }],
      variant: 'baseline',
      chat,
      settings: microSettings,
    } as const;
    const { result } = await runJob(lab, 'scoreContinuations', input);
    return result[0] ?? Number.NaN;
  };
  const asked = await probability('she met', ' Bea', { system: 'Be glad' });
  expect(asked).toBe(await probability('Be glad! she met, ', 'Bea', null));
  expect(asked).not.toBe(await probability('she met', ' Bea', null));
  await lab.release();
});
