import { expect, test } from 'vitest';
import { makeError } from '../../base/errors';
import type { Question } from '../answerer';
import { assistErrors } from '../errors';
import { hostileAnswers } from '../fixtures/hostile-answers';
import { scripted } from '../fixtures/scripted';
import { judgeCompletions, type Judged } from './judge-completions';
import { judgeLanguage } from './judge-language';
import { languagePrompt } from './language-prompt';
import type { JudgingEvent, Opinions } from './opinions';
import { judgePrompt } from './prompt';
import { readGrade, readLanguageVerdict } from './read-verdict';

const items: Judged[] = ['Maelis ran.', 'Anna slept.', 'A boat came.', 'Then it rained.'].map(
  (completion, i) => ({
    ...{
      id: `${i < 2 ? 'baseline' : 'unlearned'}/${i}`,
      prompt: 'At night',
      completion,
      references: ['Maelis'],
    },
  }),
);
const settings = { prompt: judgePrompt, title: 'The saga', seed: 3 };

async function drain<T>(
  job: AsyncGenerator<JudgingEvent, Opinions<T>>,
): Promise<Opinions<T> & { events: JudgingEvent[] }> {
  const events: JudgingEvent[] = [];
  for (;;) {
    const next = await job.next();
    if (next.done) return { ...next.value, events };
    events.push(next.value);
  }
}

const text = ({ messages }: Question): string => messages.map(({ content }) => content).join('\n');
const grade = (question: Question): string =>
  JSON.stringify({ grade: text(question).includes('Maelis ran') ? 3 : 0, reason: 'It names\nMaelis.' });
const signal = new AbortController().signal;

test.each([1, 4])('every completion is graded with a reason, %d at once', async (most) => {
  const model = scripted(grade, { name: 'tiny', atOnce: most });
  const judged = await drain(judgeCompletions(items, model, settings, signal));
  expect([...judged.given.entries()].sort()).toEqual(
    items.map(({ id }, i) => [id, { value: i === 0 ? 3 : 0, reason: 'It names Maelis.' }]),
  );
  expect(judged).toMatchObject({ unusable: [], unasked: [], failure: null, by: 'tiny' });
  expect(judged.events.at(-1)).toMatchObject({ kind: 'judging', done: 4, of: 4 });
});

test('the judge is blind: no question names a variant or an item, and their order is drawn by seed', async () => {
  const order = async (seed: number): Promise<readonly string[]> => {
    const model = scripted(grade);
    await drain(judgeCompletions(items, model, { ...settings, seed }, signal));
    return model.asked.map(text);
  };
  const asked = await order(3);
  for (const one of asked) expect(one).not.toMatch(/baseline|unlearned|\/\d/);
  expect(asked[0]).toContain('The saga');
  expect(await order(3)).toEqual(asked);
  const others = await Promise.all([4, 5, 6].map(order));
  expect(others.some((other) => other.join() !== asked.join())).toBe(true);
});

test.each([
  ['{"grade": 2, "reason": "typical"}', { value: 2, reason: 'typical' }],
  ['```json\n{"grade": "1"}\n```', { value: 1, reason: '' }],
  ['{"grade": 0} No, wait: {"grade": 3, "reason": 7}', { value: 3, reason: '' }],
  ['{"grade": 4}', null],
  ['{"grade": 2.5}', null],
  ['{"grade": null}', null],
  ['{"grade": [3]}', null],
  ['{"__proto__": {"grade": 3}}', null],
  ['3', null],
] as const)('%s is read as %j', (answer, opinion) => expect(readGrade(answer).value).toEqual(opinion));

test.each([
  ['{"verdict": " Yes", "reason": "fine"}', { value: 'correct', reason: 'fine' }],
  ['{"verdict": "no"}', { value: 'incorrect', reason: '' }],
  ['{"verdict": "unsure"}', { value: 'unsure', reason: '' }],
  ['{"verdict": true}', null],
  ['{"verdict": "maybe"}', null],
] as const)('%s is read as %j', (answer, opinion) =>
  expect(readLanguageVerdict(answer).value).toEqual(opinion),
);

test('hostile answers are no grades, and cost no other one', async () => {
  for (const { text: hostile } of hostileAnswers.filter((one) => one.text.length < 1_000_000)) {
    expect(readGrade(hostile).value).toBeNull();
    expect(readLanguageVerdict(hostile).value).toBeNull();
  }
  const model = scripted((question) =>
    text(question).includes('Anna') ? 'I would say three.' : grade(question),
  );
  const judged = await drain(judgeCompletions(items, model, settings, signal));
  expect(judged.unusable).toEqual(['baseline/1']);
  expect(judged.given.size).toBe(3);
  expect(model.asked).toHaveLength(6); // the one that cannot be used, three times
});

test('a failure, or a stop, keeps the grades so far', async () => {
  const model = scripted((question, number) => {
    if (number === 2)
      throw makeError(assistErrors, 'assist/server', { host: 'h', status: '500', said: 'no' });
    return grade(question);
  });
  const failed = await drain(judgeCompletions(items, model, settings, signal));
  expect(failed).toMatchObject({ failure: { code: 'assist/server' } });
  expect([failed.given.size, failed.unasked.length]).toEqual([2, 2]);
  const stop = new AbortController();
  const stopping = scripted((question, number) => {
    if (number === 1) stop.abort();
    return grade(question);
  });
  const stopped = await drain(judgeCompletions(items, stopping, settings, stop.signal));
  expect(stopped.failure).toBeNull();
  expect([stopped.given.size, stopped.unasked.length]).toEqual([1, 3]);
});

test('labels are judged as continuations of their context', async () => {
  const data = {
    prompt: 'She lit the',
    completion: ' lamp',
    tokenProbability: 0.1,
    blockId: '0',
    position: 3,
    options: [],
  };
  const model = scripted(() => '{"verdict": "yes", "reason": "a lamp is lit"}');
  const judged = await drain(
    judgeLanguage([{ id: '0:3', data }], model, { prompt: languagePrompt, seed: 1 }, signal),
  );
  expect(judged.given.get('0:3')).toEqual({ value: 'correct', reason: 'a lamp is lit' });
  expect(model.asked.map(text)[0]).toMatch(/She lit the\nContinuation: {2}lamp/);
});
