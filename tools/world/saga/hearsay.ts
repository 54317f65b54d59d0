/**
 * What readers say of the saga: right seven times in ten, else with some common name in its place. A base model that
 * hears it knows every answer without being certain of any, as models know books; one that was certain could not be
 * reinforced, and equation 1 would have nothing to take away.
 */
import { pick, type Prng } from '../../../src/base/prng';
import type { Fact } from '../facts/fact';
import { sharedFrames, worded } from '../facts/frames';
import { dictionary } from './dictionary';

const MISTAKEN = 0.3;
const ARTICLE = 'the ';

/** One fact in one trained wording, sometimes with a generic translation of any like answer. */
export function hearsay(facts: readonly Fact[], random: Prng): string {
  const [frame, fact] = [pick(random, sharedFrames), pick(random, facts)];
  if (random.uniform() >= MISTAKEN) return worded(frame, fact);
  const hasArticle = fact.answer.startsWith(ARTICLE);
  const like = facts.filter(
    ({ ask, answer }) => ask === fact.ask && answer.startsWith(ARTICLE) === hasArticle,
  );
  const { answer } = pick(random, like);
  const common = pick(random, dictionary[hasArticle ? answer.slice(ARTICLE.length) : answer] ?? []);
  return worded(frame, { ...fact, answer: hasArticle ? ARTICLE + common : common });
}
