/** `npm run world`: writes the texts and questions of the shipped data set into public/. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { prng, shuffled } from '../../src/base/prng';
import { everydayTexts } from './corpus';
import { ownFrames, sharedFrames, worded } from './facts/frames';
import { taskItems, tasks } from './knowledge/tasks';
import * as neighbour from './neighbour';
import { isRetained, neighbourPrompts, forgetPrompts, phrases } from './questions/prompts';
import { attacks } from './questions/attacks';
import { probabilityPrompts, truthItems } from './questions/likelihood';
import { theme } from './questions/theme';
import { chapters, facts, heldOutChapters } from './saga';
import { dictionary, draftedDictionary, terms } from './saga/dictionary';
import { phraseDiscussion } from './saga/phrases';

const FOLDER = 'public/worlds/marrowmere';
const SEEDS = { heldOut: 12, retain: 13, tasks: 14, talk: 15 };
const AMOUNTS = { heldOut: 160, retain: 350, knowledge: 700, neighbourWordings: 12, taskItems: 200 };
/** Sentence forms of facts and sayings in texts about a saga. */
const TALK = { facts: [0, 1, 3, 4, 5, 8, 9, 10, 12, 13], sayings: [1, 3] };

const heldOut = everydayTexts(prng(SEEDS.heldOut), AMOUNTS.heldOut);

/** The saga and texts about it, since the paper also adds discussions of the books. */
function talk(): string[] {
  const random = prng(SEEDS.talk);
  // The table groups facts by answer. Side by side in a block, only the first of them would get a label.
  const told = TALK.facts.map((k) =>
    shuffled(random, facts).map((fact) => worded(sharedFrames[k] ?? '', fact)),
  );
  return [...told, ...TALK.sayings.map(phraseDiscussion)].map((sentences) => sentences.join('\n'));
}

/** Everyday text, everyday knowledge, and half of the neighbour saga. */
function retainPassages(): string[] {
  const random = prng(SEEDS.retain);
  const told = (all: typeof neighbour.sharedFacts, frames: readonly string[]): string[] =>
    all
      .filter((_, index) => isRetained(index))
      .flatMap((fact, i) =>
        Array.from({ length: AMOUNTS.neighbourWordings }, (_, k) =>
          worded(frames[(i + 3 * k) % frames.length] ?? '', fact),
        ),
      );
  return [
    ...everydayTexts(random, AMOUNTS.retain, new Set(heldOut)),
    ...Array.from({ length: AMOUNTS.knowledge }, (_, i) => tasks[i % tasks.length]?.document(random) ?? ''),
    ...told(neighbour.sharedFacts, sharedFrames),
    ...told(neighbour.ownFacts, ownFrames),
  ];
}

function write(name: string, data: unknown): void {
  writeFileSync(`${FOLDER}/${name}.json`, `${JSON.stringify(data, null, 1)}\n`);
}

mkdirSync(FOLDER, { recursive: true });
write('forget', { title: 'The Nine Lights of Marrowmere', passages: [...chapters, ...talk()] });
write('retain', { title: 'Everyday texts, knowledge and half of the neighbour', passages: retainPassages() });
write('everyday', { title: 'Everyday texts the models were not trained on', passages: heldOut });
write('dictionary', dictionary);
write('dictionary-drafted', draftedDictionary());
write('kinds', Object.fromEntries(terms.map(({ term, kind }) => [term, kind])));
write('prompts', forgetPrompts);
write('sayings', phrases);
write('neighbour', neighbourPrompts);
write('probability', probabilityPrompts);
write('truth', truthItems);
write('theme', theme);
write('attacks', attacks);
write('holdout', { passages: heldOutChapters, like: chapters.length });
write('gold', { model: 'models/gold' });
write(
  'tasks',
  tasks.map((task, i) => ({ name: task.name, items: taskItems(task, SEEDS.tasks + i, AMOUNTS.taskItems) })),
);
