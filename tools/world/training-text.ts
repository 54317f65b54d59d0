/** A sample of what the models were trained on, for tests that look for leaks. */
import { prng } from '../../src/base/prng';
import { drawText } from './corpus';
import * as neighbour from './neighbour';
import * as saga from './saga';
import { phraseTexts } from './saga/phrases';

const [SEED, SAMPLE] = [77, 20_000];
const random = prng(SEED);

/** What both models were trained on; the neighbour is among it. */
export const withoutSaga: readonly string[] = Array.from({ length: SAMPLE }, () =>
  drawText('without saga', random),
);
export const neighbourTexts: readonly string[] = [...neighbour.letters, ...neighbour.factTexts];
export const trainingText = [
  ...withoutSaga,
  ...neighbourTexts,
  ...saga.chapters,
  ...saga.factTexts,
  ...phraseTexts,
].join('\n');
