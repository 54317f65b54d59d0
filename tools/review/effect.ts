/**
 * `npm run review:effect -- --json effect.json`: the effect of human decisions on the shipped data set, in Node on the
 * native CPU. `--seeds 1` runs one seed instead of three; metrics are means over seeds.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { diskSource } from '../../src/files/disk-source';
import { readJson } from '../../src/files/source';
import { loadDataset } from '../../src/lab/dataset';
import type { KindedEntry } from '../../src/review/anchors/items';
import { parseDictionary, type Dictionary } from '../../src/text/dictionary';
import { parseKinds } from '../../src/text/dictionary-kinds';
import { defaultSettings } from '../../src/methods/settings';
import { WORLD } from '../lab/node-lab';
import { correctedDraft } from './corrected';
import { effectOf, type Outcome, type SeedEffect } from './seed';

const { values } = parseArgs({
  options: {
    json: { type: 'string', default: 'effect.json' },
    seeds: { type: 'string', default: '1,2,3' },
  },
});

const source = diskSource('public');
const dataset = await loadDataset(source, WORLD);
const kinds = parseKinds(await readJson(source, `${WORLD}/kinds.json`), 'kinds.json');
const kinded = (dictionary: Dictionary): KindedEntry[] =>
  dictionary.map((entry) => ({ ...entry, kind: kinds.get(entry.term) ?? 'other' }));
const drafted = kinded(parseDictionary(await readJson(source, `${WORLD}/dictionary-drafted.json`)));
const { dictionary: corrected, ...decided } = correctedDraft(
  dataset.forget.passages,
  drafted,
  kinded(dataset.dictionary),
);
console.log(`draft: ${decided.rejected} terms rejected, ${decided.added} added`);

const bySeed: SeedEffect[] = [];
for (const seed of values.seeds.split(',').map(Number)) {
  const effect = await effectOf(source, { drafted, corrected }, { ...defaultSettings, seed });
  bySeed.push(effect);
  console.log(JSON.stringify(effect, null, 1));
  // Saved after each seed, so that a later failure loses nothing.
  writeFileSync(values.json, `${JSON.stringify(report(bySeed), null, 1)}\n`);
}

function report(all: readonly SeedEffect[]) {
  const mean = (of: (effect: SeedEffect) => number): number =>
    all.reduce((sum, effect) => sum + of(effect), 0) / all.length;
  const meanOutcome = (of: (effect: SeedEffect) => Outcome): Outcome => ({
    familiarity: mean((effect) => of(effect).familiarity),
    general: mean((effect) => of(effect).general),
    perplexity: mean((effect) => of(effect).perplexity),
  });
  return {
    baseline: meanOutcome(({ baseline }) => baseline),
    drafted: meanOutcome(({ drafted }) => drafted),
    corrected: { ...meanOutcome(({ corrected }) => corrected), ...decided },
    language: {
      decided: mean(({ labels }) => labels.decided),
      changed: mean(({ labels }) => labels.changed),
      of: mean(({ labels }) => labels.of),
      perplexityBefore: mean(({ corrected }) => corrected.perplexity),
      perplexityAfter: mean(({ checked }) => checked.perplexity),
      familiarityAfter: mean(({ checked }) => checked.familiarity),
      /** The annotator. */
      by: 'gold model',
    },
    bySeed: all,
  };
}
