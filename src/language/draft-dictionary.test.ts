import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { v } from '../base/schema';
import { parseKinds } from '../text/dictionary-kinds';
import { draftDictionary, type DraftedDictionary, type DraftEvent } from './draft-dictionary';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../public/worlds/marrowmere/${name}.json`, import.meta.url), 'utf8'));

async function drafted(
  passages: readonly string[],
  seed = 1,
): Promise<DraftedDictionary & { events: DraftEvent[] }> {
  const events: DraftEvent[] = [];
  const job = draftDictionary(passages, seed, new AbortController().signal);
  for (;;) {
    const next = await job.next();
    if (next.done) return { ...next.value, events };
    events.push(next.value);
  }
}

test('on the saga', async () => {
  const { passages } = v.parse(v.object({ passages: v.array(v.string()) }), read('forget'));
  const truth = parseKinds(read('kinds'), 'kinds.json');
  const { entries, language } = await drafted(passages);
  const right = entries.filter(({ term }) => truth.has(term));
  const [precision, recall] = [right.length / entries.length, right.length / truth.size];
  const kinds = right.filter(({ term, kind }) => truth.get(term) === kind).length / right.length;
  console.info(
    `${entries.length} terms drafted, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, kind right in ${kinds.toFixed(3)}`,
  );
  expect(language).toBe('english');
  expect(precision).toBeGreaterThan(0.75);
  expect(recall).toBeGreaterThan(0.8);
  expect(kinds).toBeGreaterThan(0.8);
});

describe('a draft', () => {
  const story = [
    'In spring Harriet Vole went to Mossbury. Then Harriet Vole said that the blorn was lost. "Where is the blorn?" asked Tam.',
    'So they walked through Mossbury, and then Tam said nothing. The king of Mossbury gave Tam the blorn, and Harriet laughed. But Harriet Vole ran.',
  ];

  test('recognises people, places and things by their context, and translates them by kind', async () => {
    const { entries, events } = await drafted(story);
    const kinds = Object.fromEntries(entries.map(({ term, kind }) => [term, kind]));
    expect(kinds).toMatchObject({
      'Harriet Vole': 'person',
      Tam: 'person',
      Mossbury: 'place',
      blorn: 'thing',
    });
    for (const { translations, provenance } of entries) {
      expect(new Set(translations).size).toBe(2);
      expect(provenance).toBe('drafted');
      for (const one of translations) expect(story.join().toLowerCase()).not.toContain(one.toLowerCase());
    }
    expect(events[0]).toEqual({ kind: 'draft', done: 0, of: entries.length });
  });

  test('is the same for a seed, and another for another', async () => {
    const [one, again, other] = [await drafted(story, 1), await drafted(story, 1), await drafted(story, 2)];
    expect(one.entries).toEqual(again.entries);
    expect(one.entries).not.toEqual(other.entries);
  });

  test('gives a name the same translation in every term', async () => {
    const text =
      'Then Ysolt Marr said that Ysolt slept. But Ysolt Marr said so, and Ysolt laughed at Ysolt’s Bell, and Ysolt’s Bell rang.';
    const { entries } = await drafted([text]);
    const of = (term: string) => entries.find((one) => one.term === term)?.translations ?? [];
    expect(of('Ysolt Marr').map((name) => name.split(' ')[0])).toEqual(of('Ysolt'));
    expect(of('Ysolt’s Bell')[0]).toMatch(new RegExp(`^${of('Ysolt')[0] ?? ''}'s [a-z]+$`));
  });

  test('of a Chinese text is in Chinese', async () => {
    const { language, entries } = await drafted(['灯塔在湖边。灯塔很高。灯塔是旧的。']);
    expect(language).toBe('chinese');
    for (const { translations } of entries) expect(translations.join('')).toMatch(/^\p{Script=Han}+$/u);
  });

  test('of a text without names is empty', async () => {
    expect((await drafted(['The boy went home.'])).entries).toEqual([]);
    expect((await drafted([])).entries).toEqual([]);
  });

  test('stops when aborted', async () => {
    const controller = new AbortController();
    const job = draftDictionary(story, 1, controller.signal);
    await job.next();
    controller.abort(new Error('enough'));
    await expect(job.next()).rejects.toThrow('enough');
  });
});
