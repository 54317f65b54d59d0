/**
 * The reversed world: the neighbour is to be forgotten, and the saga kept. No setting was chosen on it, so it shows how
 * far the settings carry. There is no gold model for it, since no model has read the saga only.
 */
import { everydayItems, likelihoodItems, type Files } from './items';
import { dictionary, terms } from './neighbour/dictionary';
import { forgetReferences, keptPrompts, neighbourPrompts } from './questions/prompts';
import { neighbour, saga } from './questions/target';
import { kindsOf } from './terms';
import { besideNeighbour, neighbourPassages } from './texts';

export const reversed: Files = {
  forget: { title: 'The Cloud Post', passages: neighbourPassages },
  retain: { title: 'Everyday texts, knowledge and half of the saga', passages: besideNeighbour },
  dictionary,
  kinds: kindsOf(terms),
  ...everydayItems('test'),
  ...likelihoodItems(neighbour),
  prompts: neighbourPrompts('test').map(({ prompt, references: [answer = ''], subtlety }) => ({
    prompt,
    references: forgetReferences(terms, { answer }),
    subtlety,
  })),
  neighbour: keptPrompts(saga.test),
};
