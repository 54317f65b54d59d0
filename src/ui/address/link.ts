/**
 * The settings in the address: `v=2&preset=paper&alpha=3&hide=review`. They hold the preset, the settings that differ
 * from it, and what a lesson hides; never a text of the user. Whatever comes in is clamped or left out, so that no link
 * is an error.
 */
import { isSame } from '../../base/same';
import { methodNames } from '../../methods/catalogue';
import { preset, presetNames, type PresetName } from '../../methods/presets';
import { settingsFor, type RunSettings } from '../../methods/settings';
import { pagePartNames, type PagePartName } from './parts';
import { queryOf } from './hash';
import { readSettings, writeSettings } from './setting-values';

const VERSION = '2';
const [opening] = presetNames;
/** The preset of a link that names none, by the version of the link. */
const unnamed: Readonly<Record<string, PresetName>> = { '1': 'paper + retain', [VERSION]: opening };

export interface PageState {
  readonly preset: PresetName;
  readonly settings: RunSettings;
  /** What a lesson leaves out. */
  readonly hidden: readonly PagePartName[];
  /** Shown inside another page: no header, no footer. */
  readonly embed: boolean;
}

/** Empty for the page as it opens. */
export function encodeLink({ preset: name, settings, hidden, embed }: PageState): string {
  const query = new URLSearchParams();
  if (name !== opening) query.set('preset', name);
  const { method } = settings;
  if (!isSame(method, preset(name).method)) query.set('method', method);
  for (const [key, value] of writeSettings(settings, start(name, method))) query.set(key, value);
  if (hidden.length > 0) query.set('hide', hidden.join(','));
  if (embed) query.set('embed', '1');
  if (query.size === 0) return '';
  return `v=${VERSION}&${query.toString()}`;
}

/** The state of any hash, wherever it leads to. A link of another version, or none, is the page as it opens. */
export function decodeLink(hash: string): PageState {
  const query = new URLSearchParams(queryOf(hash));
  const version = query.get('v') ?? '';
  const known = Object.hasOwn(unnamed, version) ? query : new URLSearchParams();
  const name = presetNames.find((one) => one === known.get('preset')) ?? unnamed[version] ?? opening;
  const method = methodNames.find((one) => one === known.get('method')) ?? preset(name).method;
  const wanted = (known.get('hide') ?? '').split(',');
  return {
    preset: name,
    settings: readSettings(upgraded(known), start(name, method)),
    hidden: pagePartNames.filter((part) => wanted.includes(part)),
    embed: known.get('embed') === '1',
  };
}

/** Links up to version 0.2: both trainings had the same batch, and every preset the same α and forbid rule. */
function upgraded(query: URLSearchParams): URLSearchParams {
  if (query.get('v') === VERSION) return query;
  const batch = query.get('batch');
  const batches =
    batch === null
      ? []
      : [
          ['reinforceBatch', batch],
          ['unlearnBatch', batch],
        ];
  return new URLSearchParams([...query, ...batches, ['alpha', '8'], ['forbidFrom', 'emitted']]); // the first of a name counts
}

/** What the settings of a link differ from: the preset, or the defaults of another method than the preset's. */
function start(name: PresetName, method: RunSettings['method']): RunSettings {
  const settings = preset(name);
  return isSame(settings.method, method) ? settings : settingsFor(method);
}
