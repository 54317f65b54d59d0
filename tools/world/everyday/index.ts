/** All everyday scenes, by theme. */
import { animals } from './animals';
import { boardingSchool } from './boarding-school';
import { craft } from './craft';
import { explanations } from './explanations';
import { fantasy } from './fantasy';
import { feasts } from './feasts';
import { friendship } from './friendship';
import { garden } from './garden';
import { halls } from './halls';
import { harbour } from './harbour';
import { home } from './home';
import { market } from './market';
import { mistakes } from './mistakes';
import { questions } from './questions';
import { riddles } from './riddles';
import { school } from './school';
import { travel } from './travel';
import { weather } from './weather';
import { work } from './work';

/** Every scene pattern. */
export const scenes: readonly string[] = [
  ...home,
  ...school,
  ...weather,
  ...market,
  ...animals,
  ...travel,
  ...friendship,
  ...mistakes,
  ...garden,
  ...work,
  ...fantasy,
  ...boardingSchool,
  ...explanations,
  ...questions,
  ...harbour,
  ...craft,
  ...feasts,
  ...riddles,
  ...halls,
];
