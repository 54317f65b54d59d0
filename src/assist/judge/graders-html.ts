/** The graders of a report’s completions as a section of the printable report. */
import { html, type Content } from '../../evaluate/html';
import type { Report } from '../../evaluate/report';
import { digits, numberColumns, table, texts } from '../../evaluate/report-tables';
import { grades } from '../../review/tasks/evaluation';
import { agreements, familiarityBy, type Agreement } from './compared';
import { gradesIn, isGraded } from './judged-report';

/** Familiarity by each grader, their agreement, and which grades they gave; empty if only the rules graded. */
export function gradersSection(report: Report): Content {
  if (!isGraded(report)) return '';
  const items = gradesIn(report);
  const rows = familiarityBy(items).map(({ variant, grader, graded, score }) => [
    variant,
    grader,
    graded,
    digits(score),
  ]);
  return html`<section>
    <h2>Agreement of the graders</h2>
    ${report.judge ? html`<p class="muted">The language model is ${report.judge.by}.</p>` : ''}
    ${table([...texts('variant', 'graded by'), ...numberColumns('completions', 'familiarity')], rows)}
    ${agreements(items).map(pairTable)}
  </section>`;
}

function pairTable({ rows, columns, both, same, alpha, table: counts }: Agreement): Content {
  const caption = html`<caption>
    ${rows} (rows) and ${columns} (columns): ${digits(100 * same)} % of ${both} equal, Krippendorff’s alpha
    ${digits(alpha)}
  </caption>`;
  const named = counts.map((row, grade) => [grade, ...row]);
  return table([...texts(rows), ...numberColumns(...grades.map(String))], named, caption);
}
