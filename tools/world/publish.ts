/** `npm run world`: writes the texts and questions of the shipped data sets, what files each has, and the list of models, into public/. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { itemsFolder, splits } from '../../src/evaluate/split';
import { itemsOf, type Files } from './items';
import { listFiles } from './list-files';
import { publishCatalogue } from './publish-catalogue';
import { theme } from './questions/theme';
import { reversed } from './reversed';
import { chapters, heldOutChapters } from './saga';
import { dictionary, draftedDictionary, terms } from './saga/dictionary';
import { kindsOf } from './terms';
import { besideSaga, sagaPassages } from './texts';

const FOLDERS = { saga: 'public/worlds/marrowmere', reversed: 'public/worlds/reversed' };

function write(folder: string, files: Files): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, data] of Object.entries(files))
    writeFileSync(`${folder}/${name}.json`, `${JSON.stringify(data, null, 1)}\n`);
}

write(FOLDERS.saga, {
  forget: { title: 'The Nine Lights of Marrowmere', passages: sagaPassages },
  retain: { title: 'Everyday texts, knowledge and half of the neighbour', passages: besideSaga },
  dictionary,
  'dictionary-drafted': draftedDictionary(),
  kinds: kindsOf(terms),
  theme,
  holdout: { passages: heldOutChapters, like: chapters.length },
  gold: { model: 'models/gold' },
});
for (const split of splits) write(itemsFolder(FOLDERS.saga, split), itemsOf(split));
write(FOLDERS.reversed, reversed);
listFiles('public');
publishCatalogue('public');
