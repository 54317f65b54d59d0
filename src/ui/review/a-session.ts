/** A review of a few labels, for the tests of its components. */
import { languageForm } from '../../review/exchange/forms';
import {
  languageTask,
  type LanguageAnswer,
  type LanguageData,
  type LanguageItem,
} from '../../review/tasks/language';
import { memoryKeyValue, type KeyValue } from '../../store/key-value';
import { reviewStore } from './review-store';
import { ReviewSession } from './session.svelte';

/** The later an item, the more certain its suggestion. */
function itemOf(word: string, i: number, words: readonly string[]): LanguageItem {
  const certainty = (i + 1) / (words.length + 1);
  return {
    id: word,
    data: {
      prompt: 'The lamp was lit by',
      completion: ` ${word}`,
      tokenProbability: certainty,
      blockId: String(i),
      position: 7,
      options: [{ text: ` ${word}`, probability: certainty }],
    },
    suggestion: { answer: { verdict: 'correct', replacement: null }, certainty, by: 'equation 1' },
    golden: null,
  };
}

/** A review of a word each, whose ids are the words, and the end of its opening. */
export function openingSession(
  words: readonly string[],
  store: KeyValue = memoryKeyValue(),
): { session: ReviewSession<LanguageData, LanguageAnswer>; opened: Promise<void> } {
  const session = new ReviewSession(languageTask, languageForm, reviewStore(store));
  return { session, opened: session.open('key', words.map(itemOf)) };
}

/** The same, open. */
export async function aSession(
  words: readonly string[],
): Promise<ReviewSession<LanguageData, LanguageAnswer>> {
  const { session, opened } = openingSession(words);
  await opened;
  return session;
}
