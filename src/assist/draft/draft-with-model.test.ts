import { expect, test } from 'vitest';
import { makeError } from '../../base/errors';
import type { Question } from '../answerer';
import { assistErrors } from '../errors';
import { hostileAnswers } from '../fixtures/hostile-answers';
import { scripted } from '../fixtures/scripted';
import { consistencyPrompt } from './consistency-prompt';
import { draftPrompt } from './prompt';
import {
  draftWithModel,
  type DraftingEvent,
  type DraftingSettings,
  type ModelDraft,
} from './draft-with-model';

const passages = ['Mira lit the lamp at Farholm.', 'All of Farholm slept, but not Mira Quill.'];
const settings: DraftingSettings = { draftPrompt, consistencyPrompt: null };

const terms = (...list: readonly object[]): string => JSON.stringify({ terms: list });
const mira = { term: 'Mira', kind: 'person', translations: ['Anna'], positions: [0] };
const farholm = { term: 'Farholm', kind: 'place', translations: ['Millbrook', 'Ashford'], positions: [20] };
const quill = { term: 'Mira Quill', kind: 'person', translations: ['Clara Reed'], positions: [30] };

const asks = ({ messages }: Question, text: string): boolean => messages[1]?.content.includes(text) === true;

async function draft(
  reply: (question: Question, number: number) => string,
  part: Partial<DraftingSettings> = {},
  { most = 1, texts = passages, signal = new AbortController().signal } = {},
): Promise<ModelDraft & { events: DraftingEvent[]; asked: readonly Question[] }> {
  const answerer = scripted(reply, { name: 'tiny', atOnce: most });
  const job = draftWithModel(texts, answerer, { ...settings, ...part }, signal);
  const events: DraftingEvent[] = [];
  for (;;) {
    const next = await job.next();
    if (next.done) return { ...next.value, events, asked: answerer.asked };
    events.push(next.value);
  }
}

const byPassage = (question: Question): string =>
  asks(question, 'lamp')
    ? terms(mira, farholm)
    : terms({ ...farholm, translations: ['Ashford', 'Dale'] }, quill);

test.each([1, 2, 8])('drafts of passages become one dictionary, %d at once', async (most) => {
  const drafted = await draft(byPassage, {}, { most });
  const drafts = (term: string, kind: string, translations: string[], count: number, score: number) => ({
    ...{ term, kind, translations, count },
    ...{ provenance: 'drafted', sources: [{ by: 'tiny', score }] },
  });
  expect(drafted.entries).toEqual([
    drafts('Mira', 'person', ['Anna'], 2, 0.5),
    drafts('Farholm', 'place', ['Millbrook', 'Ashford', 'Dale'], 2, 1),
    drafts('Mira Quill', 'person', ['Clara Reed'], 1, 1),
  ]);
  expect(drafted).toMatchObject({ rejected: [], unasked: 0, failure: null, tally: { questions: 2 } });
  expect(drafted.asked).toHaveLength(2);
  expect(drafted.events.at(-1)).toMatchObject({ kind: 'drafting', done: 2, of: 2, terms: 3 });
});

test('possessives and names whose words are all terms are covered by the others', async () => {
  const more = [
    { ...mira, term: 'Quill', translations: ['Reed'] },
    { ...mira, term: 'Mira’s', translations: ['Anna’s'] },
  ];
  const drafted = await draft(
    (question) => (asks(question, 'slept') ? terms(mira, quill, ...more) : terms()),
    {},
    {
      texts: ['It slept: Mira’s cat, not Mira Quill.'],
    },
  );
  expect(drafted.entries.map(({ term }) => term)).toEqual(['Mira', 'Quill']);
  expect(drafted.covered.map(({ entry, because }) => [entry.term, because])).toEqual([
    ['Mira Quill', 'words'],
    ['Mira’s', 'possessive'],
  ]);
});

test('a term that the passage lacks, and a translation that is a term, are not taken', async () => {
  const drafted = await draft((question) =>
    asks(question, 'lamp')
      ? terms(mira, { ...farholm, translations: ['Mira'] }, { ...mira, term: 'Sherlock' })
      : terms({ ...quill, translations: ['Farholm', 'Clara Reed'] }),
  );
  expect(drafted.entries.map(({ term, translations }) => [term, ...translations])).toEqual([
    ['Mira', 'Anna'],
    ['Mira Quill', 'Clara Reed'],
  ]);
  expect(drafted.untranslated).toEqual(['Farholm']);
  expect(drafted.rejected).toEqual([{ item: 'Sherlock', because: 'absent', detail: null, passage: 0 }]);
});

test('positions are checked, corrected, or listed', async () => {
  const drafted = await draft((question) =>
    asks(question, 'lamp')
      ? terms({ ...mira, positions: [0, 500] }, { ...farholm, positions: [22] })
      : terms(),
  );
  expect(drafted.exact).toBe(1);
  expect(drafted.moved).toEqual([
    { term: 'Mira', said: 500, found: null, passage: 0 },
    { term: 'Farholm', said: 22, found: 21, passage: 0 },
  ]);
});

test('a model that answers badly is told why, three times at most', async () => {
  const drafted = await draft(
    (_, number) => (number === 1 ? terms(mira) : 'I cannot do that.'),
    {},
    {
      texts: ['Mira lit the lamp.'],
    },
  );
  expect(drafted.asked).toHaveLength(2);
  expect(drafted.asked[1]?.messages.at(-1)?.content).toMatch(/cannot be used: .*no JSON/u);
  expect(drafted.entries.map(({ term }) => term)).toEqual(['Mira']);
  expect(drafted.rejected.map(({ because }) => because)).toEqual(['json']);
  const never = await draft(() => 'No.', {}, { texts: ['Mira lit the lamp.'] });
  expect(never.asked).toHaveLength(3);
  expect(never).toMatchObject({ entries: [], failure: null, unasked: 0 });
});

test('no answer, however hostile, ends the draft or loses what others said', async () => {
  for (const { text } of hostileAnswers.filter((one) => one.text.length < 1_000_000)) {
    const drafted = await draft((question) => (asks(question, 'lamp') ? terms(mira, farholm) : text));
    expect(drafted.failure).toBeNull();
    expect(drafted.entries.map(({ term }) => term)).toContain('Farholm');
  }
});

test('a failure keeps what was answered, and says how much was not asked', async () => {
  const drafted = await draft((question) => {
    if (asks(question, 'slept')) throw makeError(assistErrors, 'assist/key', { host: 'h', said: 'no' });
    return terms(mira);
  });
  expect(drafted.entries.map(({ term }) => term)).toEqual(['Mira']);
  expect(drafted.failure?.code).toBe('assist/key');
  expect(drafted.unasked).toBe(1);
});

test('to stop keeps what was answered', async () => {
  const stop = new AbortController();
  const drafted = await draft(
    (question) => {
      if (asks(question, 'slept')) stop.abort();
      return terms(mira);
    },
    { consistencyPrompt },
    { signal: stop.signal },
  );
  expect(drafted.entries.map(({ term }) => term)).toEqual(['Mira']);
  expect(drafted).toMatchObject({ failure: null, unasked: 1 });
});

test('a mistake of the program is no failure of the model', async () => {
  await expect(
    draft(() => {
      throw new RangeError('a mistake');
    }),
  ).rejects.toThrow('a mistake');
});

test('a portion that is too long for the model is asked about in halves', async () => {
  const text = Array.from({ length: 60 }, (_, i) => `In year ${i} Mira slept well.`).join(' ');
  const drafted = await draft(
    ({ messages }) => {
      const passage = messages[1]?.content.split('---')[1] ?? '';
      if (passage.length > 700) throw makeError(assistErrors, 'assist/too-long', { said: 'too long' });
      return terms({ ...mira, positions: [passage.indexOf('Mira') - 1] });
    },
    {},
    { texts: [text] },
  );
  expect(drafted).toMatchObject({ failure: null, unasked: 0, moved: [] });
  expect(drafted.exact).toBe(drafted.tally.questions);
  expect(drafted.entries[0]).toMatchObject({
    term: 'Mira',
    count: 60,
    sources: [{ score: 1 }],
  });
});

test('the second pass changes translations of entries, and nothing else', async () => {
  const drafted = await draft(
    (question) =>
      asks(question, '"Farholm"') && !asks(question, 'Passage:')
        ? terms(
            { ...quill, translations: ['Anna Reed'] },
            { ...mira, translations: ['Farholm'] },
            { ...mira, term: 'Sherlock', translations: ['Edward'] },
          )
        : byPassage(question),
    { consistencyPrompt },
  );
  expect(drafted.entries.map(({ term, translations }) => [term, translations[0]])).toEqual([
    ['Mira', 'Anna'],
    ['Farholm', 'Millbrook'],
    ['Mira Quill', 'Anna Reed'],
  ]);
  expect(drafted.changed).toEqual(['Mira Quill']);
  expect(drafted.rejected.map(({ item, because, passage }) => [item, because, passage])).toEqual([
    ['Mira', 'translations', null],
    ['Sherlock', 'entry', null],
  ]);
  expect(drafted.tally).toMatchObject({ questions: 3 });
});

test('a second pass that fails leaves the entries of the first', async () => {
  const drafted = await draft(
    (question) => {
      if (asks(question, 'Entries:'))
        throw makeError(assistErrors, 'assist/too-slow', { host: 'h', seconds: '1' });
      return byPassage(question);
    },
    { consistencyPrompt },
  );
  expect(drafted.entries).toHaveLength(3);
  expect(drafted.failure?.code).toBe('assist/too-slow');
});

test('an answer that is too long to be shown to the model again is rejected, and the draft goes on', async () => {
  const drafted = await draft((question) => {
    if (question.messages.length > 2) throw makeError(assistErrors, 'assist/too-long', { said: 'too long' });
    return 'Mira, I think';
  });
  expect(drafted).toMatchObject({ failure: null, unasked: 0, entries: [] });
  expect(drafted.rejected.map(({ because }) => because)).toContain('json');
});
