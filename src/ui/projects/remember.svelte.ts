/** Brings back what a project keeps of the page, and keeps it from then on. */
import type { Dataset } from '../../lab/dataset';
import type { KeyValue } from '../../store/key-value';
import { autosave } from '../review/autosave';
import type { RunState } from '../run-state.svelte';
import { pageSlots, type SavedPage } from './page-state';

/** What a project keeps of the page. */
type RememberedState = Pick<
  RunState,
  'backend' | 'watching' | 'settings' | 'until' | 'entry' | 'texts' | 'dictionary' | 'overrides'
>;

/**
 * The page as it was left. Settings in the address win, unless the page was left with that very address: then they
 * were changed since.
 */
export function restorePage(
  page: RememberedState,
  { choices, until, texts, dictionary, overrides }: SavedPage,
): void {
  if (choices) {
    page.backend = choices.backend;
    page.watching = choices.watching;
    if (location.hash === '' || location.hash === choices.hash) page.settings = choices.settings;
  }
  page.until = until;
  page.texts = texts;
  page.dictionary = dictionary;
  page.overrides = overrides ?? [];
}

/** The world with what the user brought in its place. */
export function withOwn(
  dataset: Dataset,
  { texts, dictionary }: Pick<RememberedState, 'texts' | 'dictionary'>,
): Dataset {
  return { ...dataset, ...(texts ?? {}), ...(dictionary ? { dictionary } : {}) };
}

/** Keeps every change from now on, each part by itself. To be called where effects may be made. */
export function remember(page: RememberedState, store: KeyValue): void {
  const keep = (part: () => Readonly<Record<string, unknown>>): void => {
    // If the browser refuses it, the store keeps it in memory until the page is closed, and reports that.
    const save = autosave(
      (put: ReturnType<typeof part>) => store.change({ put }),
      () => undefined,
    );
    $effect(() => {
      const put = part();
      save(() => put);
    });
  };
  keep(() =>
    pageSlots.choices.put({
      settings: $state.snapshot(page.settings),
      watching: $state.snapshot(page.watching),
      backend: page.backend,
      model: page.entry?.model ?? null,
      hash: location.hash,
    }),
  );
  keep(() => pageSlots.until.put(page.until));
  keep(() => ({ [pageSlots.texts.key]: page.texts }));
  keep(() => ({ [pageSlots.dictionary.key]: page.dictionary }));
  keep(() => ({ [pageSlots.overrides.key]: page.overrides }));
}
