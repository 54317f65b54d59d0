/** English texts that the first screen does not need: each comes with the part of the page that shows it (`addEnglish`). */
import type { en } from '.';
import { adapter } from './adapter';
import { assist } from './assist';
import { connected } from './connected';
import { demo } from './demo';
import { how } from './how';
import { hub } from './hub';
import { lesson } from './lesson';
import { namesModel } from './names-model';
import { ownItems } from './own-items';
import { ownModel } from './own-model';
import { ownText } from './own-text';
import { review } from './review';
import { runs } from './runs';
import { saving } from './saving';
import { tabModel } from './tab-model';

export const later = {
  adapter,
  assist,
  connected,
  demo,
  how,
  hub,
  lesson,
  namesModel,
  ownItems,
  ownModel,
  ownText,
  review,
  runs,
  saving,
  tabModel,
};

/** All English texts. */
export type English = typeof en & typeof later;
