/** All everyday scenes, theme after theme. */
import { animals } from './animals';
import { boardingSchool } from './boarding-school';
import { explanations } from './explanations';
import { fantasy } from './fantasy';
import { friendship } from './friendship';
import { garden } from './garden';
import { home } from './home';
import { market } from './market';
import { mistakes } from './mistakes';
import { questions } from './questions';
import { school } from './school';
import { travel } from './travel';
import { weather } from './weather';
import { work } from './work';

/** Every scene pattern of the everyday world. */
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
];
