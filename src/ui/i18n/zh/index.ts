/** 页面的简体中文文本，按区域划分。 */
import type { Translated } from '../translated';
import type { en } from '../en';
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

export { errors } from './errors';

export const zh: Translated<typeof en> = {
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
