/** The options of `npm run real`. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DEFAULT_SPLIT, splits, type Split } from '../../src/evaluate/split';
import type { Chat } from '../../src/lab/asked-prompts';
import { adapterUses, type AdapterUse } from '../../src/lab/stages/open-adapter';
import { sizedPresets } from '../../src/methods/preset-by-size';
import { bitChoices, planChoices, type BitChoice, type PlanChoice } from '../../src/model/plan-choice';
import { hubChoice, type HubChoice } from '../lab/hub-model';
import type { NodeBackend } from '../lab/node-lab';
import { judgeNamed, type NamedEndpoint } from '../assist/open-endpoint';
import { oneOf } from '../lab/one-of';
import { checkedFile, checkedFolder } from '../lab/output-paths';
import { readSettingsFile } from '../unlearn/settings-file';
import type { RunInput } from './run';
import type { ChosenSettings } from './run-settings';

export interface Options {
  /** multiple-choice tasks in JSONL, to be answered before and after */
  readonly tasks: readonly string[];
  /** a model folder or GGUF file, or a model of the Hub; null: the one that pip brings */
  readonly model: string | HubChoice | null;
  /** items of the lesson to evaluate on; null: the short texts are run, which have none */
  readonly lesson: Split | null;
  /** a language model that grades the completions of the lesson, too; null: none */
  readonly judge: NamedEndpoint | null;
  /** files in place of the texts of tools/real/texts */
  readonly files: Readonly<
    Partial<Record<'text' | 'dictionary' | 'retain' | 'neutral' | 'continuations', string>>
  >;
  readonly settings: ChosenSettings;
  /** how the chat begins in which prompts are asked; null: they are continued */
  readonly chat: Chat | null;
  /** null: that of the settings */
  readonly plan: PlanChoice | null;
  /** null: those of the settings */
  readonly weightBits: BitChoice | null;
  /** in Node, on one of its devices, or in Chromium */
  readonly where:
    | { readonly host: 'node'; readonly device: (typeof devices)[number] }
    | { readonly host: 'browser'; readonly backend: (typeof backends)[number] };
  /** file to write, if any */
  readonly json: string | null;
  /** folder for the adapters, the model and the labels, if any */
  readonly save: string | null;
  /** a folder that PEFT saved, and what its adapter is used as; null: none */
  readonly adapter: { readonly folder: string; readonly as: AdapterUse } | null;
}

/** Where it runs in Node. */
const devices = ['native', 'webgpu'] as const satisfies readonly NodeBackend[];
/** What runs it in the page. */
const backends = ['wasm', 'webgpu'] as const satisfies readonly RunInput['backend'][];

/** @throws Error that names the option that does not fit */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      model: { type: 'string' },
      mirror: { type: 'string' },
      file: { type: 'string' },
      lesson: { type: 'boolean', default: false },
      tasks: { type: 'string', multiple: true, default: [] },
      split: { type: 'string' },
      judge: { type: 'string' },
      'judge-model': { type: 'string' },
      text: { type: 'string' },
      dictionary: { type: 'string' },
      retain: { type: 'string' },
      neutral: { type: 'string' },
      continuations: { type: 'string' },
      preset: { type: 'string' },
      settings: { type: 'string' },
      chat: { type: 'boolean', default: false },
      system: { type: 'string' },
      plan: { type: 'string' },
      'weight-bits': { type: 'string' },
      device: { type: 'string' },
      browser: { type: 'string' },
      json: { type: 'string' },
      save: { type: 'string' },
      adapter: { type: 'string' },
      'adapter-as': { type: 'string' },
    },
  });
  const {
    model,
    mirror,
    file,
    lesson,
    tasks,
    split,
    judge,
    'judge-model': judgeModel,
    preset,
    settings,
    chat,
    system,
    plan,
    'weight-bits': bits,
    device,
    browser,
    json,
    save,
    adapter,
    ...more
  } = values;
  if (browser !== undefined && device !== undefined)
    throw new Error('--browser and --device: expected one of them. --device is for a run in Node.');
  const { 'adapter-as': use, ...files } = more;
  const [own] = Object.keys(files);
  if (lesson && own !== undefined)
    throw new Error(`--lesson and --${own}: expected one of them. The lesson brings its own texts.`);
  if (split !== undefined && !lesson)
    throw new Error('--split would be ignored without --lesson: the short texts have no items.');
  if (judge !== undefined && !lesson)
    throw new Error('--judge would be ignored without --lesson: the short texts have no items.');
  for (const [name, value] of Object.entries({ save, adapter, judge }))
    if (browser !== undefined && value !== undefined)
      throw new Error(`--${name} would be ignored beside --browser: leave out one of them`);
  if (system !== undefined && !chat)
    throw new Error('--system would be ignored without --chat: only a chat has a system message.');
  if (use !== undefined && adapter === undefined)
    throw new Error('--adapter-as would be ignored without --adapter: name the folder of the adapter too');
  if ((files.text === undefined) !== (files.dictionary === undefined))
    throw new Error(
      '--text and --dictionary: expected both or neither. Give the text and the dictionary of its names.',
    );
  return {
    model: hubChoice(model, { mirror, file }) ?? (model === undefined ? null : resolve(model)),
    tasks,
    lesson: lesson ? oneOf('split', splits, split ?? DEFAULT_SPLIT) : null,
    judge: judgeNamed(judge, judgeModel),
    files,
    settings: {
      preset: oneOf('preset', sizedPresets, preset ?? 'default'),
      changes: settings === undefined ? {} : readSettingsFile(settings),
    },
    chat: chat ? { system: system ?? '' } : null,
    plan: plan === undefined ? null : oneOf('plan', planChoices, plan),
    weightBits: bits === undefined ? null : oneOf('weight-bits', bitChoices, bits),
    where:
      browser === undefined
        ? { host: 'node', device: oneOf('device', devices, device ?? 'native') }
        : { host: 'browser', backend: oneOf('browser', backends, browser) },
    json: checkedFile('json', json),
    save: checkedFolder(save),
    adapter:
      adapter === undefined
        ? null
        : { folder: adapter, as: oneOf('adapter-as', adapterUses, use ?? 'compared') },
  };
}

export const readUtf8 = (path: string): string => readFileSync(path, 'utf8');
