/** The keys of the anchor check. */
import type { AnchorSpan, TextRange } from '../../../review/tasks/anchors';
import { t } from '../../i18n/i18n.svelte';
import type { Command } from '../command';

/** What is under the cursor. */
export interface AtCursor {
  readonly span: AnchorSpan | null;
  readonly range: TextRange | null;
  /** Whether several words are selected. */
  readonly isSelection: boolean;
}

export interface AnchorActions {
  /** Decides the span under the cursor, or its term everywhere. */
  decide(edit: { readonly kind: 'accept' | 'reject' }, everywhere: boolean): void;
  edit(): void;
  /** Moves the span to the selected words. */
  move(): void;
  /** Moves the cursor, or the end of the selection, by a word. */
  step(by: 1 | -1, extends_: boolean): void;
  /** Moves the cursor to the next or previous span. */
  jump(by: 1 | -1): void;
}

export function anchorCommands({ span, range, isSelection }: AtCursor, act: AnchorActions): Command[] {
  const decision = (key: string, label: string, kind: 'accept' | 'reject', everywhere: boolean): Command => ({
    key,
    label,
    place: 'main',
    isReady: span !== null,
    run: () => act.decide({ kind }, everywhere),
  });
  const move = (key: string, label: string, run: () => void): Command => ({ key, label, place: 'help', run });
  return [
    decision('A', t('review.do.accept'), 'accept', false),
    decision('X', t('review.do.reject'), 'reject', false),
    decision('Shift+A', t('review.anchors.acceptAll'), 'accept', true),
    decision('Shift+X', t('review.anchors.rejectAll'), 'reject', true),
    {
      key: 'E',
      label: span && !isSelection ? t('review.do.edit') : t('review.anchors.mark'),
      place: 'main',
      isReady: range !== null,
      run: () => act.edit(),
    },
    {
      key: 'M',
      label: t('review.anchors.move'),
      place: 'main',
      isReady: isSelection && span !== null,
      run: () => act.move(),
    },
    move('ArrowRight', t('review.anchors.nextWord'), () => act.step(1, false)),
    move('ArrowLeft', t('review.anchors.previousWord'), () => act.step(-1, false)),
    move('Shift+ArrowRight', t('review.anchors.longer'), () => act.step(1, true)),
    move('Shift+ArrowLeft', t('review.anchors.shorter'), () => act.step(-1, true)),
    move('N', t('review.anchors.nextSpan'), () => act.jump(1)),
    move('P', t('review.anchors.previousSpan'), () => act.jump(-1)),
  ];
}
