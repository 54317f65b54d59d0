/** Settings as the words of a link, each under its name. */
import { isSame } from '../../base/same';
import { settingLeaves, type RunSettings, type SettingName } from '../../methods/settings';
import { nearest } from '../../settings/check';
import type { Field } from '../../settings/field';
import { valueAt, withValue } from '../../settings/leaves';
import { readValue, valueText } from '../../settings/text';

/** What links of version 0.1 called some settings. */
const oldNames: Partial<Readonly<Record<SettingName, string>>> = {
  loraRank: 'rank',
  loraLoraAlpha: 'loraAlpha',
  reinforceLearningRate: 'reinforceRate',
  unlearnLearningRate: 'unlearnRate',
  unlearnRetainShare: 'retainShare',
  softLabels: 'soft',
  logitSpace: 'space',
};

/** Every setting that differs from `from`, with its name. */
export function writeSettings(settings: RunSettings, from: RunSettings): [string, string][] {
  return settingLeaves.flatMap(({ name, path }): [string, string][] => {
    const value = valueAt(settings, path);
    return isSame(value, valueAt(from, path)) ? [] : [[name, valueText(value)]];
  });
}

/** `from` with the settings that `query` has: clamped if out of range, left out if they cannot be read. */
export function readSettings(query: URLSearchParams, from: RunSettings): RunSettings {
  return settingLeaves.reduce((now, { name, path, field }) => {
    const text = query.get(name) ?? query.get(oldNames[name] ?? name);
    const value = text === null ? undefined : read(field, text);
    return value === undefined ? now : withValue(now, path, value);
  }, from);
}

/** A number out of bounds becomes the nearest within them. */
function read(field: Field, text: string): unknown {
  const value = readValue(field, text);
  return field.kind === 'number' && typeof value === 'number' ? nearest(field, value) : value;
}
