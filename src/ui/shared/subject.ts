/** What is to be forgotten, for the texts that name it: the book that comes with the page, or the user’s text. */
import { t } from '../i18n/i18n.svelte';

export const subject = (isOwnText: boolean): { readonly text: string } => ({
  text: t(isOwnText ? 'see.own' : 'see.book'),
});
