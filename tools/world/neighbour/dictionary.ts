/** The neighbour saga's anchor terms with their generic translations, for the world in which it is to be forgotten. */
import { dictionaryOf, readTerms } from '../terms';

export const terms = readTerms('neighbour/terms.txt');
export const dictionary: Readonly<Record<string, readonly string[]>> = dictionaryOf(terms);
