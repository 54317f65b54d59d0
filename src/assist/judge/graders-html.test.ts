import { expect, test } from 'vitest';
import { sampleReport } from '../../evaluate/fixtures/report';
import { reportHtml } from '../../evaluate/report-html';
import type { Report } from '../../evaluate/report';
import { gradersSection } from './graders-html';

const judged: Report = {
  ...sampleReport,
  judge: { by: '<b>tiny</b>', grades: { baseline: { 0: { grade: 2, reason: 'typical <of> it' } } } },
};

test('the printable report has every grader, their agreement and the reasons, all escaped', () => {
  const page = reportHtml(judged, gradersSection(judged));
  expect(page).toContain('The language model is &lt;b&gt;tiny&lt;/b&gt;.');
  expect(page).toMatch(/rules \(rows\) and model \(columns\): 0 % of 1 equal/);
  expect(page).toContain('&lt;b&gt;tiny&lt;/b&gt;: 2, typical &lt;of&gt; it');
  expect(page).toMatch(/<th scope="row">baseline<\/th>\s*<td class="text">model<\/td>/);
});

test('a report that only the rules graded has no such section', () => {
  expect(gradersSection(sampleReport)).toBe('');
});
