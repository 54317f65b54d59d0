/** What the language worker offers the page, as plain data. */
import type { Answer, Question } from '../../assist/answerer';
import type { NamedSpan } from '../../assist/names/spans';
import type { TabModel } from '../../assist/tab/transformers';
import type { NamesEvent } from '../../assist/tab/transformers-names';
import type { TextEvent } from '../../assist/tab/transformers-text';
import type { JobOutcome } from '../live-worker';
import type { LivingService } from '../signs-of-life';

type Hears<E> = (events: readonly E[]) => Promise<void>;

export interface LanguageService extends LivingService {
  /** The model of every job; it is opened by the first. */
  use(model: TabModel): void;
  /** The names in each passage. */
  names(
    id: number,
    passages: readonly string[],
    onEvents: Hears<NamesEvent>,
  ): Promise<JobOutcome<NamedSpan[][]>>;
  answer(id: number, question: Question, onEvents: Hears<TextEvent>): Promise<JobOutcome<Answer>>;
  /** Asks a job to stop after its current step. */
  cancel(id: number): void;
}
