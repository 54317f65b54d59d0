/** The page's texts in English, by area; the language every other one is checked against. */
import { anchors } from './anchors';
import { app } from './app';
import { ask } from './ask';
import { facts } from './facts';
import { inputs } from './inputs';
import { inspector } from './inspector';
import { review } from './review';
import { rules } from './rules';
import { settings } from './settings';
import { setup } from './setup';
import { stage } from './stage';
import { stages } from './stages';

export const en = {
  anchors,
  app,
  ask,
  facts,
  inputs,
  inspector,
  review,
  rules,
  settings,
  setup,
  stage,
  stages,
};
