/** Brings back what a project keeps of the page, and keeps it from then on. */
import type { Dataset } from '../../lab/dataset';
import type { KeyValue } from '../../store/key-value';
import { autosave } from '../review/autosave';
import type { Workbench } from '../workbench.svelte';
import { pageSlots, type KeptPage } from './page-state';

/**
 * The page as it was left. Settings in the address win, unless the page was left with that very address: then they
 * were changed since.
 */
export function recall(bench: Workbench, { choices, until, texts, dictionary, overrides }: KeptPage): void {
  if (choices) {
    bench.backend = choices.backend;
    bench.watching = choices.watching;
    if (location.hash === '' || location.hash === choices.hash) bench.settings = choices.settings;
  }
  bench.until = until;
  bench.texts = texts;
  bench.dictionary = dictionary;
  bench.overrides = overrides ?? [];
}

/** The world with what the user brought in its place. */
export function withOwn(
  dataset: Dataset,
  { texts, dictionary }: Pick<Workbench, 'texts' | 'dictionary'>,
): Dataset {
  return { ...dataset, ...(texts ?? {}), ...(dictionary ? { dictionary } : {}) };
}

/** Keeps every change from now on, each part by itself. To be called where effects may be made. */
export function remember(bench: Workbench, store: KeyValue): void {
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
      settings: $state.snapshot(bench.settings),
      watching: $state.snapshot(bench.watching),
      backend: bench.backend,
      model: bench.offer?.model ?? null,
      hash: location.hash,
    }),
  );
  keep(() => pageSlots.until.put(bench.until));
  keep(() => ({ [pageSlots.texts.key]: bench.texts }));
  keep(() => ({ [pageSlots.dictionary.key]: bench.dictionary }));
  keep(() => ({ [pageSlots.overrides.key]: bench.overrides }));
}
