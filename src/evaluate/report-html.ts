/** A report as one HTML page: self-contained, printable and without scripts. */
import { entriesOf } from '../base/records';
import { methods } from '../methods/catalogue';
import { methodOf } from '../methods/settings';
import { figureGroups, goodWords } from './figure';
import { figureIn, figureOf, figuresIn, goldIn, type FigureName } from './figures';
import { html, type Content, type Markup } from './html';
import { metricNames, type MetricName } from './metric-catalogue';
import { itemCount, keepsAll, measuredIn, type Measured } from './measured';
import { evaluatedVariants, type MetricValue, type Report } from './report';
import { attackSection, humanSection, leftOutSection, warningSection } from './report-extras';
import { itemTable } from './report-items';
import { reportStyle } from './report-style';
import { digits, numberColumns, table, texts } from './report-tables';
import { verdictOf, verdictTexts, type Said, type VerdictKey } from './verdict';

/**
 * The HTML of the page, with its doctype. Every text of the report is escaped, and the page loads nothing. `graders`: the
 * section about who graded. @default none
 */
export function reportHtml(report: Report, graders: Content = ''): string {
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
        ${summary(report)} ${leftOutSection(report)} ${warningSection(report)}
        ${metricNames.map((metric) => section(report, metric, measured))} ${attackSection(report)}
        ${curves(report)} ${humanSection(report)} ${graders} ${origin(report)}
      </body>
    </html> `;
  return `${page.text}\n`;
}

/** The verdict, then a table for each question of the report. */
function summary(report: Report): Content {
  const say = (value: number, as: Said): string =>
    as === 'share' ? `${digits(100 * value)} %` : digits(value);
  const sentences = verdictOf(report, say).map(({ key, values }) => emphasised(filled(key, values)));
  return [
    html`<p>${sentences}</p>`,
    entriesOf(figureGroups).map(([group, { title, good }]) => {
      const rows = figuresIn(report, group).map((name) => figureRow(report, name));
      if (rows.length === 0) return '';
      return html`<h2>${title} <span class="muted">${goodWords[good]}</span></h2>
        ${table([...texts(''), ...numberColumns('before', 'after', 'never read it', 'the paper')], rows)}`;
    }),
    html`<p class="muted">
      Never read it: a model that was trained without the text. The paper’s figures (arXiv 2310.02238) are for
      another model and text.
    </p>`,
  ];
}

function figureRow(report: Report, name: FigureName): Content[] {
  const { title, paper } = figureOf(name);
  return [
    title,
    digits(figureIn(report, name, 'baseline')),
    digits(figureIn(report, name, 'unlearned')),
    digits(goldIn(report, name)),
    paper ? `${digits(paper.before)} → ${digits(paper.after)}` : '',
  ];
}

const filled = (key: VerdictKey, values: Readonly<Record<string, string>>): string =>
  `${verdictTexts[key].replace(/{{(\w+)}}/g, (_, slot: string) => values[slot] ?? '–')} `;

/** What is between `**` is strong. */
const emphasised = (text: string): Content[] =>
  text.split('**').map((part, i) => (i % 2 === 1 ? html`<strong>${part}</strong>` : part));

/** A metric of every variant, with its groups and items; empty if it was not measured. */
function section(report: Report, metric: MetricName, all: readonly Measured[]): Content {
  const measured = all.filter((one) => one.metric === metric);
  if (measured.length === 0) return '';
  const { title, meaning, group } = figureOf(metric);
  const rows = measured.map(({ variant, value }) => [
    variant,
    digits(value.agg_value),
    value.interval ? `${digits(value.interval.low)} – ${digits(value.interval.high)}` : '',
    items(value),
  ]);
  return html`<section>
    <h2>${title}</h2>
    <p>
      ${meaning}
      <span class="muted">${figureGroups[group].title} ${goodWords[figureGroups[group].good]}.</span>
    </p>
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
