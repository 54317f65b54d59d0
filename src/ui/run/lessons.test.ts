import { expect, test } from 'vitest';
import { splits } from '../../evaluate/split';
import { loadQuestions } from '../../evaluate/questions';
import { diskSource } from '../../files/disk-source';
import { loadDataset } from '../../lab/dataset';
import { loadLessons } from './lessons';

const source = diskSource('public');
const filed = (content: unknown) => ({
  read: () => Promise.resolve(new TextEncoder().encode(JSON.stringify(content))),
});

test('every lesson is a data set with items of both splits, of the size that its sentence says', async () => {
  const lessons = await loadLessons(source);
  expect(lessons.length).toBeGreaterThan(0);
  for (const { world, about } of lessons) {
    for (const split of splits) expect((await loadDataset(source, world, split)).split).toBe(split);
    const { forget, dictionary } = await loadDataset(source, world);
    const { prompts, neighbourSet } = await loadQuestions(source, world, 'test');
    const sizes = [forget.passages, dictionary, prompts, neighbourSet].map(({ length }) => `${length}`);
    for (const said of Object.values(about)) expect(said.match(/\d+/g)).toEqual(sizes);
  }
});

test('a list without a title in each language is refused, and so is what is no list', async () => {
  const lesson = { title: { en: 'A', zh: 'B' }, about: { en: 'C', zh: 'D' }, world: 'w' };
  await expect(loadLessons(filed([lesson]))).resolves.toEqual([lesson]);
  for (const wrong of [[{ ...lesson, title: { en: 'A' } }], [{ ...lesson, world: 3 }], lesson, null])
    await expect(loadLessons(filed(wrong))).rejects.toMatchObject({ code: 'file/invalid' });
});
