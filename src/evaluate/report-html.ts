/** A report as one HTML page: self-contained, printable and without scripts. */
import { entriesOf } from '../base/records';
import { methods } from '../methods/catalogue';
import { methodOf } from '../methods/settings';
import { html, type Content, type Markup } from './html';
import { metricText, metrics, type MetricName } from './metric-catalogue';
import {
  evaluatedVariants,
  itemCount,
  keepsAll,
  measuredIn,
  type EvaluatedVariant,
  type Measured,
  type MetricValue,
  type Report,
} from './report';
import { attackSection, humanSection, warningSection } from './report-extras';
import { itemTable } from './report-items';
import { reportStyle } from './report-style';
import { digits, numberColumns, table, texts } from './report-tables';

/** The metrics of the first table, which is the paper's. */
const FIRST: readonly MetricName[] = ['familiarity', 'probabilityFamiliarity', 'general', 'perplexity'];

const CAPTION = html`<caption>
  Before and after unlearning, and a gold model that never read the text. The paper’s figures (arXiv
  2310.02238) are for another model and text.
</caption>`;

/** The HTML of the page, with its doctype. Every text of the report is escaped, and the page loads nothing. */
export function reportHtml(report: Report): string {
  const measured = measuredIn(report);
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <meta name="viewport" content="width=device-width" />
        <title>Lethe: what is left of a text</title>
        <style>
          ${reportStyle}
        </style>
      </head>
      <body>
        <h1>What is left of a text</h1>
        ${summary(measured)} ${warningSection(report)}
        ${entriesOf(metrics).map(([metric]) => section(report, metric, measured))} ${attackSection(report)}
        ${curves(report)} ${humanSection(report)} ${origin(report)}
      </body>
    </html> `;
  return `${page.text}\n`;
}

function summary(measured: readonly Measured[]): Markup {
  const value = (metric: MetricName, variant: EvaluatedVariant): string =>
    digits(measured.find((one) => one.metric === metric && one.variant === variant)?.value.agg_value);
  const rows = FIRST.map((metric) => {
    const { title, paper } = metricText(metric);
    const variants = (['baseline', 'unlearned', 'gold'] as const).map((variant) => value(metric, variant));
    return [title, ...variants, paper ? `${digits(paper.before)} → ${digits(paper.after)}` : ''];
  });
  return table([...texts(''), ...numberColumns('before', 'after', 'gold', 'paper')], rows, CAPTION);
}

/** A metric of every variant, with its groups and items; empty if it was not measured. */
function section(report: Report, metric: MetricName, all: readonly Measured[]): Content {
  const measured = all.filter((one) => one.metric === metric);
  if (measured.length === 0) return '';
  const { title, meaning, good } = metricText(metric);
  const rows = measured.map(({ variant, value }) => [
    variant,
    digits(value.agg_value),
    value.interval ? `${digits(value.interval.low)} – ${digits(value.interval.high)}` : '',
    items(value),
  ]);
  return html`<section>
    <h2>${title}</h2>
    <p>${meaning} <span class="muted">Good: ${good}</span></p>
    ${table([...texts('variant'), ...numberColumns('value', '95 % interval', 'items')], rows)}
    ${groups(measured)} ${itemTable(report, metric, measured)}
  </section>`;
}

function items(value: MetricValue): string {
  const { kept, all } = itemCount(value);
  return keepsAll(value) ? String(all) : `${all}, of which ${kept} are kept`;
}

function groups(measured: readonly Measured[]): Content {
  const names = [...new Set(measured.flatMap(({ value }) => Object.keys(value.groups ?? {})))];
  if (names.length === 0) return '';
  const rows = names.map((name) => [
    name,
    ...measured.map(({ value }) => digits(value.groups?.[name]?.agg_value)),
  ]);
  return table([...texts('group'), ...numberColumns(...measured.map(({ variant }) => variant))], rows);
}

function curves(report: Report): Content {
  return Object.entries(report.curves).map(([name, variants]) => {
    const rows = evaluatedVariants.flatMap((variant) =>
      (variants[variant] ?? []).map(([step, value]) => [variant, step, digits(value)]),
    );
    return html`<section>
      <h2>${name}</h2>
      ${table([...texts('variant'), ...numberColumns('step', 'value')], rows)}
    </section>`;
  });
}

/** Versions, seeds, hashes and settings, so that the run can be repeated. */
function origin({ versions, seeds, hashes, settings, split, evaluation }: Report): Markup {
  const listed = (what: string, record: Readonly<Record<string, string | number>>): Content[][] =>
    Object.entries(record).map(([name, value]) => [`${what} of ${name}`, html`<code>${value}</code>`]);
  const rows = [
    ...listed('version', versions),
    ...listed('seed', seeds),
    ...listed('hash', hashes),
    ['method', methods[methodOf(settings)].words.en.title],
    ['items', split ?? 'of no known split'],
    ['settings', html`<code>${JSON.stringify(settings)}</code>`],
    ['seconds of evaluation', digits(evaluation.seconds)],
  ];
  return html`<section>
    <h2>How to reproduce this</h2>
    ${table(texts('what', 'value'), rows)}
  </section>`;
}
