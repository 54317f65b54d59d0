/** Brings back what a project keeps of the page, and keeps it from then on. */
import type { Dataset } from '../../lab/dataset';
import type { KeyValue } from '../../store/key-value';
import { autosave } from '../review/autosave';
import type { RunController } from '../run-controller.svelte';
import { pageSlots, type SavedPage } from './page-state';

/**
 * The page as it was left. Settings in the address win, unless the page was left with that very address: then they
 * were changed since.
 */
export function restorePage(
  controller: RunController,
  { choices, until, texts, dictionary, overrides }: SavedPage,
): void {
  if (choices) {
    controller.backend = choices.backend;
    controller.watching = choices.watching;
    if (location.hash === '' || location.hash === choices.hash) controller.settings = choices.settings;
  }
  controller.until = until;
  controller.texts = texts;
  controller.dictionary = dictionary;
  controller.overrides = overrides ?? [];
}

/** The world with what the user brought in its place. */
export function withOwn(
  dataset: Dataset,
  { texts, dictionary }: Pick<RunController, 'texts' | 'dictionary'>,
): Dataset {
  return { ...dataset, ...(texts ?? {}), ...(dictionary ? { dictionary } : {}) };
}

/** Keeps every change from now on, each part by itself. To be called where effects may be made. */
export function remember(controller: RunController, store: KeyValue): void {
  const keep = (part: () => Readonly<Record<string, unknown>>): void => {
    // What is refused stays in the store until the page is closed, and the store says so.
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
      settings: $state.snapshot(controller.settings),
      watching: $state.snapshot(controller.watching),
      backend: controller.backend,
      model: controller.entry?.model ?? null,
      hash: location.hash,
    }),
  );
  keep(() => pageSlots.until.put(controller.until));
  keep(() => ({ [pageSlots.texts.key]: controller.texts }));
  keep(() => ({ [pageSlots.dictionary.key]: controller.dictionary }));
  keep(() => ({ [pageSlots.overrides.key]: controller.overrides }));
}
