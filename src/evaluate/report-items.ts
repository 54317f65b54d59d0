/** The items of a metric in the printable report: completions and scores of every variant. */
import { html, type Content } from './html';
import type { MetricName } from './metric-catalogue';
import type { Measured } from './measured';
import type { ItemValue, Report } from './report';
import { digits, table, texts } from './report-tables';

/** One row per item, one column per variant; empty if the report does not have the questions. */
export function itemTable(report: Report, metric: MetricName, measured: readonly Measured[]): Content {
  const asked = Object.entries(report.items[metric] ?? {});
  if (asked.length === 0) return '';
  const rows = asked.map(([index, { prompt, references }]) => [
    [prompt, html` <span class="muted">${references.join(', ')}</span>`],
    ...measured.map(({ value, variant }) => [
      answer(value.value_by_index[index]),
      metric === 'familiarity' ? opinion(report.judge, variant, index) : '',
    ]),
  ]);
  return table(texts('prompt', ...measured.map(({ variant }) => variant)), rows);
}

function answer(value: ItemValue | undefined): Content {
  if (!value) return '';
  return [html`<strong>${digits(value.score)}</strong> `, html`<span class="said">${marked(value)}</span>`];
}

/** What a language model said of the completion. */
function opinion(judge: Report['judge'], variant: string, index: string): Content {
  const given = judge?.grades[variant]?.[index];
  if (!judge || !given) return '';
  return html`<br /><span class="muted">${judge.by}: ${given.grade}, ${given.reason}</span>`;
}

/** The completion with its findings marked, except those outside it or overlapping. */
function marked({ completion = '', findings = [] }: ItemValue): Content[] {
  let end = 0;
  const parts = findings.flatMap((finding): Content[] => {
    if (finding.start < end || finding.end > completion.length) return [];
    const before = completion.slice(end, finding.start);
    const text = completion.slice(finding.start, finding.end);
    end = finding.end;
    const name = finding.prompted ? 'prompted' : finding.kind;
    return [before, html`<mark class="${name}" title="${finding.term}">${text}</mark>`];
  });
  return [...parts, completion.slice(end)];
}
