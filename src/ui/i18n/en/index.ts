/** The page's texts in English, by area, but for those that come later; other languages are checked against both. */
import { alpha } from './alpha';
import { anchors } from './anchors';
import { app } from './app';
import { ask } from './ask';
import { choices } from './choices';
import { facts } from './facts';
import { inputs } from './inputs';
import { inspector } from './inspector';
import { metrics } from './metrics';
import { offline } from './offline';
import { places } from './places';
import { projects } from './projects';
import { report } from './report';
import { rules } from './rules';
import { see } from './see';
import { settings } from './settings';
import { setup } from './setup';
import { stage } from './stage';
import { stages } from './stages';

export const en = {
  alpha,
  anchors,
  app,
  ask,
  choices,
  facts,
  inputs,
  inspector,
  metrics,
  offline,
  places,
  projects,
  report,
  rules,
  see,
  settings,
  setup,
  stage,
  stages,
};
