import { render, screen } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { sampleReport } from '../../../evaluate/fixtures/report';
import { defaultSettings } from '../../../methods/settings';
import { defaultEvaluation } from '../../run/evaluation-choice';
import { noActions, readyStage } from '../stage/stage-cases';
import Evaluate from './Evaluate.svelte';

test('what is unfolded stays so when the first report comes', async () => {
  const { rerender } = render(Evaluate, {
    view: { ...readyStage, name: 'evaluate' },
    actions: noActions,
    made: null,
    choice: defaultEvaluation,
    seconds: () => null,
    form: { settings: defaultSettings, disabled: false, onchange: () => undefined },
    onchoice: () => undefined,
  });
  const summary = () => screen.getByText('What is measured', { selector: 'summary' });
  const isOpen = () => summary().closest('details')?.open;
  expect(isOpen()).toBe(false);
  await userEvent.click(summary());
  expect(isOpen()).toBe(true);
  await rerender({ made: sampleReport });
  expect(screen.getByText(/measured in 13 s/)).toBeTruthy();
  expect(isOpen()).toBe(true);
});
