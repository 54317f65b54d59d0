/** 页面的简体中文文本，按区域划分。 */
import type { Translated } from '../translated';
import type { English } from '../en/later';
import { adapter } from './adapter';
import { alpha } from './alpha';
import { anchors } from './anchors';
import { app } from './app';
import { ask } from './ask';
import { assist } from './assist';
import { choices } from './choices';
import { connected } from './connected';
import { demo } from './demo';
import { facts } from './facts';
import { how } from './how';
import { hub } from './hub';
import { inputs } from './inputs';
import { inspector } from './inspector';
import { metrics } from './metrics';
import { offline } from './offline';
import { lesson } from './lesson';
import { namesModel } from './names-model';
import { ownItems } from './own-items';
import { ownModel } from './own-model';
import { ownText } from './own-text';
import { places } from './places';
import { projects } from './projects';
import { report } from './report';
import { review } from './review';
import { rules } from './rules';
import { runs } from './runs';
import { saving } from './saving';
import { see } from './see';
import { settings } from './settings';
import { setup } from './setup';
import { stage } from './stage';
import { stages } from './stages';
import { tabModel } from './tab-model';

export { faults } from './answer-faults';
export { errors } from './errors';

export const texts: Translated<English> = {
  adapter,
  alpha,
  anchors,
  app,
  ask,
  assist,
  choices,
  connected,
  demo,
  facts,
  how,
  hub,
  inputs,
  inspector,
  metrics,
  offline,
  lesson,
  namesModel,
  ownItems,
  ownModel,
  ownText,
  places,
  projects,
  report,
  review,
  rules,
  runs,
  saving,
  see,
  settings,
  setup,
  stage,
  stages,
  tabModel,
};
