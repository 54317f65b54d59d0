/** Every reader of files, links and saved values from outside. */
import type { Reader } from './reader';
import { hubReaders } from './readers/hub';
import { assistReaders } from './readers/assist';
import { modelReaders } from './readers/model';
import { pickedReaders } from './readers/picked';
import { projectReaders } from './readers/project';
import { reviewReaders } from './readers/review';
import { runReaders } from './readers/run';
import { tabReaders } from './readers/tab';
import { textReaders } from './readers/text';

export const readers: readonly Reader[] = [
  ...modelReaders,
  ...hubReaders,
  ...pickedReaders,
  ...textReaders,
  ...runReaders,
  ...projectReaders,
  ...reviewReaders,
  ...assistReaders,
  ...tabReaders,
];
