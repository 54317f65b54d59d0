/** The page's texts in English, by area; the language every other one is checked against. */
import { app } from './app';
import { demo } from './demo';
import { facts } from './facts';
import { inputs } from './inputs';
import { offline } from './offline';
import { ownText } from './own-text';
import { review } from './review';
import { settings } from './settings';
import { setup } from './setup';
import { stage } from './stage';
import { stages } from './stages';
import { tour } from './tour';

export const en = {
  app,
  demo,
  facts,
  inputs,
  offline,
  ownText,
  review,
  settings,
  setup,
  stage,
  stages,
  tour,
};
