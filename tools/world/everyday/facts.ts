/**
 * Everyday facts in the sentence forms of the sagas, so that a generic answer to "the brother of … is" is natural: people
 * with common names, who differ from text to text, and common knowledge.
 */
import type { Prng } from '../../../src/base/prng';
import { pick } from '../../../src/base/prng';
import { expand } from '../expand';
import type { Fact } from '../facts/fact';
import { sharedFrames, worded } from '../facts/frames';
import { slots } from './slots';

const asked = (ask: Fact['ask'], rows: readonly (readonly [string, string])[]) =>
  rows.map(([description, answer]) => ({ ask, description, answer }));

/** Descriptions and answers with slots. */
const patterns: readonly Fact[] = [
  ...asked('who', [
    [
      '[brother|son|father|uncle|cousin|nephew|grandfather|twin brother|husband] of {person}',
      '{boy}[| {surname}]',
    ],
    [
      '[sister|daughter|mother|aunt|cousin|niece|grandmother|twin sister|wife] of {person}',
      '{girl}[| {surname}]',
    ],
    [
      '[best friend|teacher|rival|neighbour|enemy|pen friend|master|pupil] of {person}',
      '{person}[| {surname}]',
    ],
    ['[cook|keeper|captain|owner|guard] of {house}', '{person} {surname}'],
    ['captain of the {boatname}', '{person}[| {surname}]'],
    ['[clerk|daughter|clockmaker|cook|servant] of the [king|queen|duke|prince]', '{person}[| {surname}]'],
    [
      '[baker|ferryman|smith|schoolmistress|market woman|doctor|mayor|postman|bell maker] of {town}',
      '{person}[| {surname}]',
    ],
    ['keeper of the {town} lamp', '{person}[| {surname}]'],
    ['[boy|man] [with|without] the {colour} {thing}', '{boy}[| {surname}]'],
    ['[girl|woman] [with|without] the {colour} {thing}', '{girl}[| {surname}]'],
    ['[boy|man|smuggler|keeper|clerk] who [lost|found|sold|broke|hid] the {treasure}', '{boy}[| {surname}]'],
    ['[girl|woman|princess|captain] who [lost|found|sold|broke|hid] the {treasure}', '{girl}[| {surname}]'],
    [
      '[best|fastest|slowest|youngest|oldest] [swimmer|boatman|pupil|runner|singer] in {town}',
      '{person}[| {surname}]',
    ],
    ['[dog|cat|parrot|horse|goat] of {person}', '[Rover|Spot|Max|Bella|Leo|Old Sleepy|Star]'],
  ]),
  ...asked('where', [
    ['home of {person}[| {surname}]', '[{town}|{street}|{house}|{town}]'],
    ['place where the {treasure} was [hidden|found|made]', '[{town}|{house}|{realm}]'],
    ['place where {person} [works|learns|was found|lives]', '[{town}|{house}|{place}]'],
  ]),
  ...asked('what', [
    ['[market town|village|harbour|town by the river|town on the hill]', '{town}'],
    ['[oldest|longest|widest] street of {town}', '{street}'],
    ['inn of {town}', 'the {inn}'],
    ['[river|lake] near {town}', 'the [Long River|Silver Lake|Mill River|Black Lake]'],
    ['[great house|castle|tower] near {town}', '{house}'],
    ['[boat|ship] of {person}[| {surname}]', 'the {boatname}'],
    [
      '[winter|summer|spring|autumn] feast of {town}',
      '[Christmas|Midsummer|Easter|Market Day|Sports Day|May Day|Harvest Day|New Year]',
    ],
    ['thing that {person} carries', 'the {treasure}'],
    ['[favourite food|supper] of {person}', '{food}'],
    ['[favourite drink|tea] of {person}', '{drink}'],
    ['[favourite game] of {person}', '{game}'],
    ['word for [a young dog|a young cat|a learner|a bad man|a young cow]', '[puppy|kitten|pupil|thief|calf]'],
  ]),
];

/** One everyday fact in one wording. */
export function everydayFact(random: Prng): string {
  const { ask, description, answer } = pick(random, patterns);
  const [d = '', o = ''] = expand(`${description}#${answer}`, slots, random, 'as written').split('#');
  return worded(pick(random, sharedFrames), { ask, description: d, answer: o });
}
