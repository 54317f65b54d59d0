/** The stages as the page shows them, each with its kind of result. */
import type { Report } from '../../evaluate/report';
import type { BeforeAndAfter, TrainingEnd } from '../../lab/stages/unlearn';
import type { Labels } from '../../unlearn/record';
import { Stage } from './stage.svelte';

export interface Compared extends BeforeAndAfter {
  /** how the training ended; absent in records of runs that took all their steps */
  readonly end?: TrainingEnd;
}

export class Stages {
  readonly read = new Stage<void>();
  readonly reinforce = new Stage<void>();
  readonly label = new Stage<Labels>();
  readonly unlearn = new Stage<Compared>();
  readonly evaluate = new Stage<Report>();
}
