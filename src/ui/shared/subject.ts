/** The words for what a run is about, for the texts that name it. */
import { t } from '../i18n/i18n.svelte';
import type { Subject } from '../run/subject';

export const subjectWords = ({
  forget,
  keep,
}: Subject): { readonly text: string; readonly other: string } => ({
  text: t(`see.forget.${forget}`),
  other: t(`see.keep.${keep}`),
});

/** What the recorded run is about. */
export const shippedSubject: Subject = { forget: 'book', keep: 'book' };
