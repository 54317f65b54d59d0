/**
 * What tools/cluster has to find in the text to forget, where it is, and where sentences begin that are read first. Which
 * tokens these are is seen there, by the tokenizer of the model that is trained.
 */
import { codePointsBefore } from '../base/code-points';
import { textFile, type ExportedFile } from '../exchange/exported-file';
import type { RunSettings } from '../methods/settings';
import { groupEntities } from '../text/entities';
import { roomOf, sentenceStarts } from '../text/sentence-blocks';
import { termPlaces } from '../text/term-places';
import { forgottenSentences, type Dataset } from './dataset';

/** the number of a passage, and what term-places.ts says of a place */
type Place = readonly [
  passage: number,
  start: number,
  end: number,
  before: number | null,
  after: number | null,
];

/**
 * terms.json: `terms` of the dictionary with their translations and entities, `sentences` that the text repeats and that
 * are forgotten, and the places of each.
 */
export function exportedTerms(dataset: Dataset, settings: RunSettings): ExportedFile {
  const { dictionary, forget } = dataset;
  const sentences = settings.repeatedSentences ? forgottenSentences(dataset) : [];
  const placed = placesIn(
    forget.passages,
    dictionary.map(({ term }) => term),
  );
  const said = placesIn(forget.passages, sentences);
  const terms = groupEntities(dictionary).map(({ term, translations, entity }, i) => {
    return { term, translations, entity, places: placed[i] };
  });
  const repeated = sentences.map((term, i) => ({ term, places: said[i] }));
  return textFile('terms.json', `${JSON.stringify({ terms, sentences: repeated })}\n`);
}

function placesIn(passages: readonly string[], terms: readonly string[]): Place[][] {
  const places = terms.map((): Place[] => []);
  passages.forEach((text, passage) => {
    termPlaces(text, terms).forEach((found, i) => {
      for (const { start, end, before, after } of found)
        places[i]?.push([passage, start, end, before, after]);
    });
  });
  return places;
}

/** Of the sentences that are read first: passage, and start in code points. None if nothing is. */
export function exportedStarts({ forget }: Dataset, { readFirst, read }: RunSettings): (readonly number[])[] {
  if (!readFirst) return [];
  const before = forget.passages.map(codePointsBefore);
  return sentenceStarts(forget.passages, roomOf(read)).map(({ passage, from }) => [
    passage,
    before[passage]?.(from) ?? from,
  ]);
}
