/**
 * What kind of thing a term names, from the words around it. Invented names are in no lexicon, but their people still
 * speak, their places are at the end of roads, and their things have articles.
 */
import { entriesOf } from '../base/records';
import type { NamedKind } from './compromise';
import type { TermPlace } from './draft-places';

export type Votes = Readonly<Record<NamedKind, number>>;

interface Cue {
  readonly kind: NamedKind;
  readonly weight: number;
  /** what comes before the term, and what after it */
  readonly before?: RegExp;
  readonly after?: RegExp;
}

const deeds =
  'said|says|asked|told|cried|laughed|smiled|nodded|shook|looked|walked|ran|knew|thought|felt|took|sat|stood|whispered|answered|wrote|wanted|turned|put|held|came|went|heard|saw|had';

const cues: readonly Cue[] = [
  { kind: 'person', weight: 2, after: new RegExp(`^ (?:${deeds})\\b`, 'u') },
  { kind: 'person', weight: 2, before: /\b(?:said|asked|told|cried|answered|whispered|thought) $/u },
  {
    kind: 'person',
    weight: 3,
    before:
      /\b(?:Mr|Mrs|Miss|Dr|Lord|Lady|King|Queen|Prince|Princess|Captain|Master|Uncle|Aunt|Old|Young)\.? $/u,
  },
  {
    kind: 'person',
    weight: 2,
    after:
      /^['’]s (?:father|mother|brother|sister|son|daughter|hands?|eyes?|face|voice|head|heart|mouth|name|friend|hair)\b/u,
  },
  { kind: 'person', weight: 1, before: /\b(?:and|with|for|by|old|little|young) $/u },
  {
    kind: 'place',
    weight: 3,
    before: /\b(?:in|into|near|outside|inside|across|beyond|reached|above|below) $/u,
  },
  { kind: 'place', weight: 2, before: /\b(?:at|through|around|towards|over|under|in the|of the town of) $/u },
  { kind: 'place', weight: 1, before: /\b(?:to|from|at the|down the|up the|through the|across the) $/u },
  { kind: 'thing', weight: 2, before: /\b(?:a|an|this|that|every|each|one|no|another) $/u },
  { kind: 'thing', weight: 2, before: /\b(?:the|his|her|their|its|my|your|our) $/u },
];

/** The last word of many places. */
const placeWord =
  /(?:mere|gate|mouth|holt|fell|ford|ham|bridge|lane|road|street|caves?|hills?|water|quay|point|mill|court|hall|harbou?r|castle|island|lake|river|city|town|village|valley|forest|bay|stairs|square|station|house|school|garden|market|mountains?|shore|keep|hold)$/iu;
const PLACE_WORD_WEIGHT = 0.6;

/** Characters considered on either side. */
const NEAR = 24;

/** Votes for each kind at the places of `term`, both folded. */
export function votesFor(places: readonly TermPlace[], term: string): Votes {
  const votes = { person: 0, place: 0, thing: 0 };
  for (const { text, start, end } of places) {
    const [before, after] = [text.slice(Math.max(0, start - NEAR), start), text.slice(end, end + NEAR)];
    for (const cue of cues)
      if ((cue.before?.test(before) ?? true) && (cue.after?.test(after) ?? true))
        votes[cue.kind] += cue.weight;
  }
  if (placeWord.test(term)) votes.place += PLACE_WORD_WEIGHT * places.length;
  return votes;
}

/** The kind with the most votes, the first of a tie; null without votes. */
export function elected(votes: Votes): NamedKind | null {
  const [first] = entriesOf(votes).sort(([, a], [, b]) => b - a);
  return first && first[1] > 0 ? first[0] : null;
}
