/** Votes that pandas has read and written again, with and without its index (tools/golden/exported_tables.py). */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Review } from '../../review';
import { anchorBallots, evaluationBallots, languageBallots, type Ballots } from './ballots';
import { readCrowdKit } from './read';
import { writeCrowdKit } from './write';
import { sampleAnchors, sampleEvaluation, sampleLanguage } from '../sample';

function suite<D, A>(name: string, ballots: Ballots<D, A>, review: Review<D, A>): void {
  describe(name, () => {
    const own = readCrowdKit(ballots, review.items, writeCrowdKit(ballots, review));

    test.each(['from-pandas', 'from-pandas-with-index'])('%s', (end) => {
      const csv = readFileSync(new URL(`../fixtures/${name}.${end}.csv`, import.meta.url), 'utf8');
      const again = readCrowdKit(ballots, review.items, csv);
      expect(again.rejected).toEqual([]);
      expect(again.decisions.length).toBeGreaterThan(3);
      expect(again.decisions).toEqual(own.decisions);
    });
  });
}

suite('anchors', anchorBallots, sampleAnchors());
suite('language', languageBallots, sampleLanguage());
suite('evaluation', evaluationBallots, sampleEvaluation());
