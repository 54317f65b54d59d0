/** models.json: the models on offer with their data sets, each with the exact size of its download. */
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { REVERSED, WORLD } from '../lab/node-lab';

const offers = [
  { model: 'base', world: WORLD, title: { en: 'Base: has read the saga', zh: '基线：读过这部传奇' } },
  {
    model: 'gold',
    world: WORLD,
    title: { en: 'Gold: has never read the saga', zh: '参照：从未读过这部传奇' },
  },
  {
    model: 'base',
    world: REVERSED,
    title: { en: 'Base, reversed: forgets the other saga', zh: '基线（反向）：改为遗忘另一部作品' },
  },
] as const;
/** The files of a model that the page loads. */
const files = ['config.json', 'tokenizer.json', 'tokenizer_config.json', 'model.safetensors'];

/** Writes the entries of all models that exist. */
export function publishCatalogue(folder: string): void {
  const entries = offers
    .map(({ model, world, title }) => ({ title, model: `models/${model}`, world }))
    .filter(({ model }) => existsSync(`${folder}/${model}/model.safetensors`))
    .map((entry) => ({
      ...entry,
      bytes: files.reduce((sum, file) => sum + statSync(`${folder}/${entry.model}/${file}`).size, 0),
    }));
  writeFileSync(`${folder}/models.json`, `${JSON.stringify(entries, null, 1)}\n`);
}
