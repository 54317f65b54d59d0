/** models.json: the models on offer, each with the exact size of its download. */
import { existsSync, statSync, writeFileSync } from 'node:fs';
import type { Language } from '../../src/base/languages';

const WORLD = 'worlds/marrowmere';
const titles: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  base: { en: 'Base: has read the saga', zh: '基线：读过这部传奇' },
  gold: { en: 'Gold: has never read the saga', zh: '参照：从未读过这部传奇' },
};
/** The files of a model that the page loads. */
const files = ['config.json', 'tokenizer.json', 'tokenizer_config.json', 'model.safetensors'];

/** Writes the entries of all models that exist. */
export function publishCatalogue(folder: string): void {
  const entries = Object.entries(titles)
    .map(([name, title]) => ({ title, model: `models/${name}`, world: WORLD }))
    .filter(({ model }) => existsSync(`${folder}/${model}/model.safetensors`))
    .map((entry) => ({
      ...entry,
      bytes: files.reduce((sum, file) => sum + statSync(`${folder}/${entry.model}/${file}`).size, 0),
    }));
  writeFileSync(`${folder}/models.json`, `${JSON.stringify(entries, null, 1)}\n`);
}
