/**
 * The page's link: `#v=1&preset=paper&alpha=3&hide=review`. It holds the preset, the settings that differ from it, and
 * what a lesson hides; never a text of the user. Whatever comes in is clamped or left out, so that no link is an error.
 */
import { isSame } from '../../base/same';
import { logitSpaces } from '../../llama/graphs/combine';
import { preset, presetNames, type PresetName } from '../../methods/presets';
import type { RunSettings } from '../../methods/settings';
import { numberSettings, type NumberSetting } from '../settings/number-fields';
import { pagePartNames, type PagePartName } from './parts';

const VERSION = '1';

export interface PageState {
  readonly preset: PresetName;
  readonly settings: RunSettings;
  /** What a lesson leaves out. */
  readonly hidden: readonly PagePartName[];
  /** Shown inside another page: no header, no footer. */
  readonly embed: boolean;
}

const switches = {
  anchors: {
    get: (s: RunSettings) => s.anchors,
    set: (s: RunSettings, on: boolean) => (s.anchors = on),
  },
  reinforced: {
    get: (s: RunSettings) => s.reinforced,
    set: (s: RunSettings, on: boolean) => (s.reinforced = on),
  },
  soft: {
    get: (s: RunSettings) => s.softLabels,
    set: (s: RunSettings, on: boolean) => (s.softLabels = on),
  },
} as const;

const numbers: readonly (readonly [string, NumberSetting])[] = Object.entries(numberSettings);

/** The hash without its `#`; empty for the page as it opens. */
export function encodeLink({ preset: name, settings, hidden, embed }: PageState): string {
  const from = preset(name);
  const query = new URLSearchParams();
  if (name !== presetNames[0]) query.set('preset', name);
  for (const [key, { get }] of numbers)
    if (get(settings) !== get(from)) query.set(key, String(get(settings)));
  for (const [key, { get }] of Object.entries(switches))
    if (get(settings) !== get(from)) query.set(key, get(settings) ? '1' : '0');
  if (settings.logitSpace !== from.logitSpace) query.set('space', settings.logitSpace);
  if (hidden.length > 0) query.set('hide', hidden.join(','));
  if (embed) query.set('embed', '1');
  if (query.size === 0) return '';
  return `v=${VERSION}&${query.toString()}`;
}

/** The state of any hash. A link of another version, or none, is the page as it opens. */
export function decodeLink(hash: string): PageState {
  const query = new URLSearchParams(hash.replace(/^#/, ''));
  const known = query.get('v') === VERSION ? query : new URLSearchParams();
  const name = presetNames.find((one) => one === known.get('preset')) ?? presetNames[0];
  const settings = preset(name);
  for (const [key, field] of numbers) {
    const value = Number.parseFloat(known.get(key) ?? '');
    if (Number.isFinite(value)) field.set(settings, clamped(value, field));
  }
  for (const [key, { set }] of Object.entries(switches)) {
    const value = known.get(key);
    if (value === '0' || value === '1') set(settings, value === '1');
  }
  settings.logitSpace = logitSpaces.find((space) => space === known.get('space')) ?? settings.logitSpace;
  const wanted = (known.get('hide') ?? '').split(',');
  return {
    preset: name,
    settings,
    hidden: pagePartNames.filter((part) => wanted.includes(part)),
    embed: known.get('embed') === '1',
  };
}

/** The preset that these settings are, or null if they are nobody's. */
export function presetOf(settings: RunSettings): PresetName | null {
  return presetNames.find((name) => isSame(preset(name), settings)) ?? null;
}

function clamped(value: number, { least, most, step }: NumberSetting): number {
  const within = Math.min(Math.max(value, least), most);
  return Number.isInteger(step) ? Math.round(within) : within;
}
