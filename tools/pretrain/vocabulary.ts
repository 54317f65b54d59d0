/** The vocabulary of the shipped tokenizer, trained on everyday text and on the facts and sayings of both sagas. */
import { prng } from '../../src/base/prng';
import { drawText } from '../world/corpus';
import * as forgetSet from '../world/saga';
import { phraseTexts } from '../world/saga/phrases';
import { trainBpe, type Vocabulary } from './bpe';
import { configJson, tokenizerPlan } from './plan';
import { BOS } from './tokenizer-files';

export function makeVocabulary(): Vocabulary {
  const random = prng(tokenizerPlan.seed);
  const everyday = Array.from({ length: tokenizerPlan.texts }, () => drawText('without saga', random));
  const names = Array.from({ length: tokenizerPlan.sagaCopies }, () => [
    ...forgetSet.factTexts,
    ...phraseTexts,
  ]).flat();
  return trainBpe([...everyday, ...names], configJson.vocab_size, [BOS]);
}
