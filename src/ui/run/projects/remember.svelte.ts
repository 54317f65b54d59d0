/** Restores the page from a project, and saves its changes from then on. */
import { untrack } from 'svelte';
import { isSame } from '../../../base/same';
import type { Dataset } from '../../../lab/dataset';
import { settingFields } from '../../../methods/settings';
import { withNumbers } from '../../../settings/check';
import type { KeyValue } from '../../../store/key-value';
import { queryOf } from '../../address/hash';
import { autosave } from '../../browser/autosave';
import type { RunState } from '../run-state.svelte';
import { pageSlots, type SavedPage } from './page-state';

/** What a project keeps of the page. */
type RememberedState = Pick<
  RunState,
  | 'backend'
  | 'watching'
  | 'settings'
  | 'until'
  | 'entry'
  | 'lesson'
  | 'texts'
  | 'dictionary'
  | 'sentences'
  | 'overrides'
  | 'human'
  | 'evaluation'
>;

type Choices = Pick<RememberedState, 'backend' | 'watching' | 'settings'>;

/** What the page has chosen now, as plain data. */
export function choicesOf({ backend, watching, settings }: Choices): Choices {
  return { backend, watching: $state.snapshot(watching), settings: $state.snapshot(settings) };
}

/**
 * Restores the saved page. Settings in the address win, unless the address is the saved one: then the saved settings
 * are newer. What the user has changed since the choices were `opened`, while the saved ones were read, wins always.
 */
export function restorePage(
  page: RememberedState,
  { choices, until, texts, dictionary, sentences, overrides, human, tasks, prompts }: SavedPage,
  opened: Choices = choicesOf(page),
): void {
  if (choices) {
    const now = choicesOf(page);
    const query = queryOf(location.hash);
    const isSaved = query === '' || query === queryOf(choices.hash);
    if (isSame(now.backend, opened.backend)) page.backend = choices.backend;
    if (isSame(now.watching, opened.watching)) page.watching = choices.watching;
    if (isSaved && isSame(now.settings, opened.settings)) page.settings = choices.settings;
  }
  page.lesson = choices?.lesson ?? null;
  page.until = until;
  page.texts = texts;
  page.dictionary = dictionary;
  page.sentences = sentences;
  page.overrides = overrides ?? [];
  page.human = human ?? [];
  page.evaluation = { ...page.evaluation, tasks: tasks ?? [], prompts };
}

/** The data set with the user's text, dictionary and repeated sentences in place of its own. */
export function withOwn(
  dataset: Dataset,
  { texts, dictionary, sentences }: Pick<RememberedState, 'texts' | 'dictionary' | 'sentences'>,
): Dataset {
  return {
    ...dataset,
    ...(texts ?? {}),
    ...(dictionary ? { dictionary } : {}),
    ...(sentences ? { sentences } : {}),
  };
}

/**
 * Saves every change from now on, each part separately. `lastModel`: the model of the last visit, as long as the page has
 * none. Call where effects may be created.
 */
export function remember(page: RememberedState, store: KeyValue, lastModel: string | null): void {
  const keep = (part: () => Readonly<Record<string, unknown>>): void => {
    // If the browser refuses it, the store keeps it in memory until the page is closed, and reports that.
    const save = autosave(
      (put: ReturnType<typeof part>) => store.change({ put }),
      () => undefined,
    );
    $effect(() => {
      const put = part();
      untrack(() => save(() => put)); // taking a project over must not save this tab’s older state
    });
  };
  keep(() =>
    pageSlots.choices.put({
      // One number that is none would make all of them unreadable.
      settings: withNumbers(settingFields, $state.snapshot(page.settings)),
      watching: $state.snapshot(page.watching),
      backend: page.backend,
      model: page.entry?.model ?? lastModel,
      ...(page.lesson === null ? {} : { lesson: page.lesson }),
      hash: location.hash,
    }),
  );
  keep(() => pageSlots.until.put(page.until));
  keep(() => ({ [pageSlots.texts.key]: page.texts }));
  keep(() => ({ [pageSlots.dictionary.key]: page.dictionary }));
  keep(() => ({ [pageSlots.sentences.key]: page.sentences }));
  keep(() => ({ [pageSlots.overrides.key]: page.overrides }));
  keep(() => ({ [pageSlots.human.key]: page.human }));
  keep(() => ({ [pageSlots.tasks.key]: page.evaluation.tasks }));
  keep(() => ({ [pageSlots.prompts.key]: page.evaluation.prompts }));
}
