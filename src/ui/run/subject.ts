/** What a run is about: the text to forget, and what is kept beside it. */
import type { OwnTexts } from '../../lab/own-texts';

export interface Subject {
  /** the book that comes with the page, a lesson, or a text of the user's own */
  readonly forget: 'book' | 'lesson' | 'own';
  /** the other book that the shipped models have read, or whatever else the model knows */
  readonly keep: 'book' | 'other';
}

/** Lessons are data sets for models that do not come with the page. */
const LESSONS = 'lessons/';

/** `world`: folder of the data set beside the model; null: none is chosen yet. */
export function subjectOf(world: string | null, texts: OwnTexts | null): Subject {
  const isLesson = world?.startsWith(LESSONS) === true;
  return { forget: texts ? 'own' : isLesson ? 'lesson' : 'book', keep: isLesson ? 'other' : 'book' };
}
