/** The commands that every queue has. */
import { t } from '../i18n/i18n.svelte';
import type { Command } from './command';
import type { QueueView } from './queue-view.svelte';

/** Commands that need the page: moving the focus, and the help. */
export interface QueuePlaces {
  search(): void;
  back(): void;
  help(): void;
}

export interface Accepting {
  readonly label: string;
  readonly isReady: boolean;
}

export function queueCommands<D, A>(
  view: QueueView<D, A>,
  accepting: Accepting,
  places: QueuePlaces,
): Command[] {
  const { session } = view;
  const { review, decision } = session;
  const isKept = decision !== null && session.task.isComplete(decision.answer);
  const accept = (): void => {
    if (session.accept()) view.next();
  };
  return [
    {
      key: 'Enter',
      label: isKept ? t('review.do.keepNext') : accepting.label,
      place: 'main',
      isReady: accepting.isReady,
      run: accept,
    },
    { key: 'Space', label: t('review.do.skip'), place: 'main', run: () => view.skip() },
    {
      key: 'U',
      alsoKeys: ['Ctrl+Z'],
      label: t('review.do.undo'),
      place: 'more',
      isReady: review.done.length > 0,
      run: () => view.undo(),
    },
    {
      key: 'Shift+U',
      alsoKeys: ['Ctrl+Y', 'Ctrl+Shift+Z'],
      label: t('review.do.redo'),
      place: 'more',
      isReady: review.undone.length > 0,
      run: () => view.redo(),
    },
    ...walking(view, session.items.length),
    { key: '/', label: t('review.do.search'), place: 'help', run: () => places.search() },
    { key: 'Escape', label: t('review.do.back'), place: 'help', run: () => places.back() },
    { key: '?', label: t('review.do.help'), place: 'more', run: () => places.help() },
  ];
}

function walking<D, A>(view: QueueView<D, A>, total: number): Command[] {
  const by = (steps: number) => ({ place: 'help', run: () => view.move(steps) }) as const;
  return [
    { key: 'ArrowDown', alsoKeys: ['J'], label: t('review.do.next'), ...by(1) },
    { key: 'ArrowUp', alsoKeys: ['K'], label: t('review.do.previous'), ...by(-1) },
    { key: 'PageDown', label: t('review.do.tenOn'), ...by(10) },
    { key: 'PageUp', label: t('review.do.tenBack'), ...by(-10) },
    { key: 'Home', label: t('review.do.first'), ...by(-total) },
    { key: 'End', label: t('review.do.last'), ...by(total) },
  ];
}
