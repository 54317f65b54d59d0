/** The page's texts in English, by area; the language every other one is checked against. */
import { review } from './review';
import { stage } from './stage';

export const en = { review, stage };
