/** Every setting that a method uses has a field on the page. */
import { fireEvent, render } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { isSame } from '../../base/same';
import { methodNames, type MethodName } from '../../methods/catalogue';
import {
  pipelineOf,
  settingLeaves,
  settingsFor,
  type RunSettings,
  type SettingName,
} from '../../methods/settings';
import { stageNames, type StageName } from '../../pipeline/stage';
import { valueAt } from '../../settings/leaves';
import type { StageView } from '../run/stage-view';
import { noActions, readyStage } from './stage/stage-cases';
import TextRules from './anchors/TextRules.svelte';
import { defaultWatching } from '../run/watching';
import Labels from './labels/Labels.svelte';
import Read from './read/Read.svelte';
import Reinforce from './reinforce/Reinforce.svelte';
import Unlearn from './unlearn/Unlearn.svelte';
import type { SettingsForm } from '../run/settings-form';
import MethodPicker from '../shared/settings/MethodPicker.svelte';
import PlanPicker from '../shared/settings/PlanPicker.svelte';

interface Rendered {
  readonly container: HTMLElement;
  readonly unmount: () => void;
}

const nothing = () => undefined;

/** Renders, one after the other, whatever has fields for settings. */
function* formsFor(method: MethodName, form: SettingsForm): Generator<Rendered> {
  const view = (name: StageName): StageView => ({
    ...readyStage,
    name,
    method,
    status: pipelineOf({ method })[name] ? readyStage.status : { kind: 'skipped', by: 'method' },
  });
  const shared = { actions: noActions, form };
  const alpha = { shown: 8, used: 8, onmove: nothing, onuse: nothing };
  const watching = { watching: defaultWatching, onwatch: nothing, onend: nothing };
  const saving = { saving: null, savingActions: { look: nothing, save: nothing, cancel: nothing } };
  yield render(MethodPicker, form);
  yield render(PlanPicker, form);
  yield render(TextRules, form);
  yield render(Read, { ...shared, view: view('read') });
  yield render(Reinforce, { ...shared, view: view('reinforce') });
  yield render(Labels, { ...shared, view: view('label'), labels: null, overrides: [], alpha });
  yield render(Unlearn, { ...shared, view: view('unlearn'), compared: null, ...watching, ...saving });
}

/** Gives a field another value, as a user would. */
async function change(field: Element): Promise<void> {
  if (field instanceof HTMLSelectElement) {
    const other = [...field.options].find(({ value }) => value !== field.value);
    await fireEvent.change(field, { target: { value: other?.value } });
  } else if (field instanceof HTMLInputElement && field.type === 'number') {
    const { valueAsNumber: value, min, step } = field;
    const other = value > Number(min) ? value - Number(step) : value + Number(step);
    await fireEvent.input(field, { target: { value: String(other) } });
  } else await fireEvent.click(field);
}

/** The settings that the fields of the page change. */
async function reached(method: MethodName): Promise<Set<SettingName>> {
  const settings = settingsFor(method);
  const found = new Set<SettingName>();
  const onchange = (changed: RunSettings): void => {
    const names = settingLeaves.filter(
      ({ path }) => !isSame(valueAt(changed, path), valueAt(settings, path)),
    );
    // Another method brings its own defaults.
    if (!isSame(changed.method, settings.method)) found.add('method');
    else for (const { name } of names) found.add(name);
  };
  for (const { container, unmount } of formsFor(method, { settings, disabled: false, onchange })) {
    for (const field of container.querySelectorAll('input, select')) await change(field);
    unmount();
  }
  return found;
}

/** The settings that the stages of the method depend on. */
function used(method: MethodName): SettingName[] {
  const pipeline = pipelineOf({ method });
  const claimed = stageNames.flatMap((stage) => pipeline[stage]?.settings ?? []);
  return settingLeaves.filter(({ path }) => claimed.includes(path[0])).map(({ name }) => name);
}

test.each(methodNames)('every setting that %s uses has a field', async (method) => {
  const names = used(method);
  const found = await reached(method);
  expect(names.length).toBeGreaterThan(10);
  expect(names.filter((name) => !found.has(name))).toEqual([]);
});

test('a setting without effect has no field at the stages', async () => {
  const found = await reached('gradDiff');
  expect(found.has('alpha')).toBe(false);
  expect(found.has('reinforceSteps')).toBe(false);
  expect(found.has('seed')).toBe(true);
});
