/**
 * What readers say about the saga: right seven times in ten, else with a common name instead. From this the base model
 * learns every answer without being certain of any, as models know books. If it were certain, it could not be reinforced,
 * and equation 1 would have nothing to subtract.
 */
import { pick, type Prng } from '../../../src/base/prng';
import type { Fact } from '../facts/fact';
import { sharedFrames, worded } from '../facts/frames';
import { dictionary } from './dictionary';

const MISTAKEN = 0.3;
const ARTICLE = 'the ';

/** A fact in a trained sentence form, sometimes with a generic translation of a similar answer. */
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
