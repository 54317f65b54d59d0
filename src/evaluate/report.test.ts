import { describe, expect, test } from 'vitest';
import { LetheError } from '../base/errors';
import { contentHash } from '../base/hash';
import { parseCsv } from '../base/csv';
import { sampleReport } from './fixtures/report';
import { parseReport, writeReport } from './report-file';
import { figuresCsv, itemsCsv } from './report-csv';
import { reportHtml } from './report-html';

const changed = (change: Record<string, unknown>) =>
  JSON.stringify({ ...(JSON.parse(writeReport(sampleReport)) as object), ...change });

describe('report.json', () => {
  test('survives writing and reading, with any JSON layout', () => {
    const text = writeReport(sampleReport);
    expect(parseReport(text)).toEqual(sampleReport);
    expect(parseReport(JSON.stringify(JSON.parse(text)))).toEqual(sampleReport);
    expect(writeReport(parseReport(text))).toBe(text);
  });

  test('that puts numbers otherwise has the hash of its text before the hash', () => {
    const [before = ''] = writeReport(sampleReport).replaceAll('0.25', '2.50e-01').split(',\n "hash":');
    const text = `${before},\n "hash": "${contentHash(before)}"\n}\n`;
    expect(parseReport(text)).toEqual(sampleReport);
    expect(() => parseReport(text.replaceAll('2.50e-01', '2.51e-01'))).toThrow(LetheError);
    expect(() => parseReport(text.replaceAll('2.50e-01', '0.26'))).toThrow(LetheError);
  });

  test('has per-item values as in OpenUnlearning', () => {
    expect(JSON.parse(writeReport(sampleReport))).toMatchObject({
      evaluation: { baseline: { familiarity: { agg_value: 2.5, value_by_index: { 0: { score: 3 } } } } },
    });
  });

  test('writes numbers that are not finite as null', () => {
    const gold = { klToGold: { agg_value: Infinity, value_by_index: {} } };
    const text = writeReport({ ...sampleReport, evaluation: { seconds: 1, gold } });
    expect(parseReport(text).evaluation.gold?.klToGold?.agg_value).toBeNull();
  });

  test.each([
    ['no JSON', 'report'],
    ['something else', '[]'],
    ['a newer version', changed({ version: 2 })],
    ['changed values', changed({ seeds: { run: 2 } })],
    ['an unknown metric', changed({ evaluation: { seconds: 1, gold: { luck: {} } } })],
  ])('refuses %s', (_, text) => {
    expect(() => parseReport(text)).toThrow(LetheError);
  });
});

test('the CSV of figures has a row per metric and per group, also under attacks', () => {
  const answers = { agg_value: 0.5, value_by_index: {} };
  const attacks = { bits4: { items: {}, voices: { unlearned: { answers } } } };
  expect(parseCsv(figuresCsv({ ...sampleReport, attacks })).map(({ fields }) => fields)).toEqual([
    ['metric', 'voice', 'group', 'value', 'low', 'high', 'items', 'question', 'unit', 'good'],
    ['bits4: answers', 'unlearned', '', '0.5', '', '', '0', 'recovered', 'share', 'less'],
    ['familiarity', 'baseline', '', '2.5', '1', '4', '2', 'forgotten', 'points', 'less'],
    ['familiarity', 'baseline', 'subtlety 6', '5', '', '', '1', 'forgotten', 'points', 'less'],
    ['familiarity', 'unlearned', '', '0', '', '', '1', 'forgotten', 'points', 'less'],
    ['probabilityFamiliarity', 'unlearned', '', '0.25', '', '', '1', 'forgotten', 'share', 'less'],
    ['forgetQuality', 'unlearned', '', '', '', '', '0', 'gold', 'p', 'gold'],
  ]);
});

test('the CSV of figures has of how many items a value is, not how many of them the report keeps', () => {
  const answers = { agg_value: 0.5, value_by_index: { 0: { score: 1 } }, n: 300 };
  const csv = figuresCsv({ ...sampleReport, evaluation: { seconds: 1, unlearned: { answers } } }, [
    'answers',
  ]);
  expect(parseCsv(csv).map(({ fields }) => fields[6])).toEqual(['items', '300']);
});

test('numbers below zero have a minus sign on paper, and a hyphen in the CSV', () => {
  const privLeak = { agg_value: -26.61, value_by_index: {} };
  const report = { ...sampleReport, evaluation: { seconds: 1, unlearned: { privLeak } } };
  expect(reportHtml(report)).toMatch(/>−26\.6</);
  expect(figuresCsv(report, ['privLeak'])).toContain(',-26.61,');
});

test('the CSV of items has a row per item and variant', () => {
  const [header, first, ...rest] = parseCsv(itemsCsv(sampleReport)).map(({ fields }) => fields);
  expect(header).toContain('findings');
  expect(first).toEqual([
    'familiarity',
    '0',
    'baseline',
    'She was called',
    'Maelis|</td><script>alert("1")</script>',
    '6',
    '3',
    '',
    ' Maelis, "who" ran\nhome',
    'Maelis@1-7',
  ]);
  expect(rest.map((row) => [...row.slice(0, 3), row[7]])).toEqual([
    ['familiarity', '1', 'baseline', ''],
    ['familiarity', '0', 'unlearned', ''],
    ['probabilityFamiliarity', '0', 'unlearned', 'familiar=0.1; generic=0.3'],
  ]);
});

describe('the printable report', () => {
  const page = reportHtml(sampleReport);

  test('is one page without scripts, and loads nothing', () => {
    expect(page).toMatch(/^<!doctype html>/);
    expect(page).not.toMatch(/<script|<link|<img|<iframe|url\(|\bon\w+=|src=|href=/i);
    expect(page).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;');
  });

  test('shows metrics, items with their findings, and the origin', () => {
    expect(page).toContain('<mark class="anchor" title="Maelis">Maelis</mark>');
    expect(page).toMatch(
      /Completion familiarity<\/th>\s*<td class="figure">2\.5<\/td>\s*<td class="figure">0</,
    );
    expect(page).toContain('0.29 → 0.007');
    expect(page).toContain('Its completions give away <strong>0 of 5</strong> points (before 2.5).');
    expect(page).toMatch(/Is it forgotten\? <span class="muted">less is good/);
    expect(page).toContain('hash of model');
  });

  test('shows attacks, warnings and human input, all escaped', () => {
    const answers = { agg_value: 0.5, value_by_index: {} };
    const extras = reportHtml({
      ...sampleReport,
      attacks: { bits4: { items: {}, voices: { unlearned: { answers } } } },
      warnings: [{ kind: 'perplexity', step: 40, value: 3, limit: 2.5 }],
      human: [
        {
          task: 'evaluation',
          decisions: 4,
          answered: 3,
          changed: 1,
          annotators: [{ annotator: '<b>Ada</b>', decisions: 4 }],
          method: 'majority',
          agreement: { measure: 'ordinal', alpha: 0.71, reliability: 'tentative' },
        },
      ],
    });
    expect(extras).toMatch(
      /Rounded to 4 bits<\/th>\s*<td class="text">unlearned<\/td>\s*<td class="figure">0.5 \(–\)/,
    );
    expect(extras).toContain('0.71 (tentative)');
    expect(extras).toContain('at step 40 of the training perplexity was 3');
    expect(extras).toContain('&lt;b&gt;Ada&lt;/b&gt;');
  });

  test('has every tag closed', () => {
    const open: string[] = [];
    for (const [, slash, name = ''] of page.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*?>/g)) {
      if (name === 'meta') continue;
      if (slash === '') open.push(name);
      else expect(open.pop()).toBe(name);
    }
    expect(open).toEqual([]);
  });
});
