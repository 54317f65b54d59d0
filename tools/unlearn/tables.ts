/** The runs of a sweep as tables; over several seeds the mean and, after ±, the standard deviation (n − 1). */
import { groupBy } from '../../src/base/group';
import { deviation } from '../../src/evaluate/deviation';
import { mean } from '../../src/evaluate/mean';
import { figureOf } from '../../src/evaluate/figures';
import { metricNames, type MetricName } from '../../src/evaluate/metric-catalogue';
import { attackNames, evaluatedVariants, type EvaluatedVariant } from '../../src/evaluate/report';
import { digits } from '../../src/evaluate/report-tables';
import { markdownTable } from './markdown';
import type { Result } from './result';

type Value = number | null | undefined;

/** The metrics that configs are compared by. */
const COMPARED = [
  'familiarity',
  'probabilityFamiliarity',
  'answers',
  'sayings',
  'general',
  'neighbour',
  'perplexity',
  'forgetQuality',
  'modelUtility',
] as const satisfies readonly MetricName[];

/** Every table of the runs, with its title. */
export function tablesOf(results: readonly Result[]): string {
  const configs = byConfig(results);
  const each = configs.flatMap(([name, runs]) => {
    const seeds = runs.map(({ seed }) => seed).join(', ');
    const tables = [metricsTable(runs), attacksTable(runs), ...curveTables(runs)].filter((one) => one !== '');
    const [split] = runs.flatMap((run) => run.split ?? []);
    const items = split === undefined ? '' : `, ${split} items`;
    return [`## ${name}, ${runs.length === 1 ? 'seed' : 'seeds'} ${seeds}${items}`, ...tables];
  });
  const compared = configs.length > 1 ? ['## Unlearned by each config', configsTable(results)] : [];
  return `${[...compared, ...each].join('\n\n')}\n`;
}

/** A row for every config with the metrics of its unlearned variant, below the variants it is compared with. */
export function configsTable(results: readonly Result[]): string {
  const row = (name: string, runs: readonly Result[], variant: EvaluatedVariant): string[] => [
    name,
    ...COMPARED.map((metric) => spread(runs.map(({ figures }) => figures[variant]?.[metric]))),
    variant === 'unlearned' ? spread(runs.map(({ seconds }) => seconds.method)) : '',
  ];
  return markdownTable(
    ['', ...COMPARED.map((metric) => figureOf(metric).title), 'seconds'],
    [
      ...(['baseline', 'gold'] as const).map((variant) => row(variant, results, variant)),
      ...byConfig(results).map(([name, runs]) => row(name, runs, 'unlearned')),
    ],
  );
}

/** A row for every metric, a column for every variant. */
export function metricsTable(runs: readonly Result[]): string {
  const variants = evaluatedVariants.filter((variant) => runs.some(({ figures }) => figures[variant]));
  const rows = metricNames
    .filter((metric) =>
      runs.some(({ figures }) => variants.some((variant) => metric in (figures[variant] ?? {}))),
    )
    .map((metric) => [
      figureOf(metric).title,
      ...variants.map((variant) => spread(runs.map(({ figures }) => figures[variant]?.[metric]))),
    ]);
  return rows.length === 0 ? '' : markdownTable(['', ...variants], rows);
}

/** Right answers after each attack, by variant. */
function attacksTable(runs: readonly Result[]): string {
  const variants = evaluatedVariants.filter((variant) => runs.some(({ attacks }) => attacks[variant]));
  const tried = attackNames.filter((name) =>
    runs.some(({ attacks }) => variants.some((variant) => name in (attacks[variant] ?? {}))),
  );
  const rows = tried.map((name) => [
    name,
    ...variants.map((variant) => spread(runs.map(({ attacks }) => attacks[variant]?.[name]))),
  ]);
  return rows.length === 0 ? '' : markdownTable(['right answers after', ...variants], rows);
}

/** Each curve as a table: a row for every variant, a column for every step. */
function curveTables(runs: readonly Result[]): string[] {
  const titles = [...new Set(runs.flatMap(({ curves }) => Object.keys(curves)))];
  return titles.map((title) => {
    const points = runs.flatMap(({ curves }) => Object.values(curves[title] ?? {}).flat());
    const steps = [...new Set(points.map(([step]) => step))].sort((a, b) => a - b);
    const variants = evaluatedVariants.filter((variant) =>
      runs.some(({ curves }) => curves[title]?.[variant]),
    );
    const at = (variant: EvaluatedVariant, step: number): Value[] =>
      runs.map(({ curves }) => curves[title]?.[variant]?.find(([one]) => one === step)?.[1]);
    return markdownTable(
      [`${title}, step`, ...steps.map(String)],
      variants.map((variant) => [variant, ...steps.map((step) => spread(at(variant, step)))]),
    );
  });
}

const byConfig = (results: readonly Result[]): [string, Result[]][] => [
  ...groupBy(results, ({ name }) => name),
];

/** The mean of the measured values; for several, also their standard deviation. */
export function spread(values: readonly Value[]): string {
  const known = values.flatMap((value) => value ?? []);
  const [centre, width] = [mean(known), deviation(known)];
  return width === null ? digits(centre) : `${digits(centre)} ± ${Number(width.toPrecision(2))}`;
}
