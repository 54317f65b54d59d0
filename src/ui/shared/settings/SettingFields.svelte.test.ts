import { fireEvent, render, screen } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import { defaultSettings, settingFields, type RunSettings } from '../../../methods/settings';
import SettingFields from './SettingFields.svelte';

const show = (settings = defaultSettings) => {
  const onchange = vi.fn<(settings: RunSettings) => void>();
  const names = ['alpha', 'matchRule', 'softLabels', 'loraRank', 'loraTargets'] as const;
  render(SettingFields, { names, settings, disabled: false, onchange });
  return onchange;
};

test('a number takes its bounds from the setting', async () => {
  const onchange = show();
  const field = screen.getByLabelText<HTMLInputElement>(/^α in v/);
  const { min, max, step } = settingFields.alpha;
  expect([field.min, field.max, field.step]).toEqual([min, max, step].map(String));
  await fireEvent.input(field, { target: { value: '2.5' } });
  expect(onchange).toHaveBeenCalledWith({ ...defaultSettings, alpha: 2.5 });
});

test('a choice offers the options of the setting, and a switch turns it', async () => {
  const onchange = show();
  const choice = screen.getByLabelText<HTMLSelectElement>('If several terms match');
  expect([...choice.options].map(({ value }) => value)).toEqual(settingFields.matchRule.options);
  await fireEvent.change(choice, { target: { value: 'first' } });
  expect(onchange).toHaveBeenLastCalledWith({ ...defaultSettings, matchRule: 'first' });
  await fireEvent.click(screen.getByLabelText('Soft labels'));
  expect(onchange).toHaveBeenLastCalledWith({ ...defaultSettings, softLabels: true });
});

test('a setting in a group leaves the rest of the group as it is', async () => {
  const onchange = show();
  await fireEvent.input(screen.getByLabelText('Rank'), { target: { value: '3' } });
  expect(onchange).toHaveBeenCalledWith({ ...defaultSettings, lora: { ...defaultSettings.lora, rank: 3 } });
});

test('some of a few names keep their order, and the last one stays', async () => {
  const { lora } = defaultSettings;
  const onchange = show({ ...defaultSettings, lora: { ...lora, targets: ['v_proj'] } });
  const box = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name });
  expect(screen.getByRole('group', { name: 'Adapted layers' })).toBeTruthy();
  expect([box('v_proj').checked, box('v_proj').disabled, box('q_proj').checked]).toEqual([true, true, false]);
  await fireEvent.click(box('q_proj'));
  const targets = ['q_proj', 'v_proj'];
  expect(onchange).toHaveBeenCalledWith({ ...defaultSettings, lora: { ...lora, targets } });
});
