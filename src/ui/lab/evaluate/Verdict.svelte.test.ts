import { render, screen } from '@testing-library/svelte';
import { afterEach, expect, test } from 'vitest';
import { sampleReport } from '../../../evaluate/fixtures/report';
import { setLanguage } from '../../i18n/i18n.svelte';
import Verdict from './Verdict.svelte';

afterEach(() => setLanguage('en'));

const value = (agg_value: number) => ({ agg_value, value_by_index: {} });
const report = {
  ...sampleReport,
  evaluation: {
    seconds: 1,
    baseline: { answers: value(0.98), sayings: value(0.9) },
    unlearned: { answers: value(0.02), sayings: value(0.4) },
  },
};

test.each([
  ['en', /\(before 98\)\. It completes/],
  ['zh', /（之前 98 题）。它能/],
] as const)(
  'in %s, its sentences follow each other as that language writes them',
  async (language, joint) => {
    await setLanguage(language);
    render(Verdict, { report });
    const text = screen.getByTestId('verdict').textContent;
    expect(text).toMatch(joint);
    expect(text.trim()).toBe(text);
  },
);
