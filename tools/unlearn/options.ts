/** The options of the command line. */
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { evaluatedVariants } from '../../src/evaluate/report';
import { splits, type Split } from '../../src/evaluate/split';
import { parsePrompts, promptFormatOf, type FamiliarityPrompt } from '../../src/evaluate/prompt-file';
import { evaluationParts, type EvaluateInput } from '../../src/lab/evaluate-input';
import { parseMonitor, type MonitorSettings } from '../../src/lab/monitor-settings';
import { readAssignments } from '../../src/methods/assignments';
import { ownTextSettings, preset, presetNames } from '../../src/methods/presets';
import { hasReinforced, parseSettings, settingsFor, type RunSettings } from '../../src/methods/settings';
import { withChanges } from '../../src/settings/check';
import { hubChoice, type HubChoice } from '../lab/hub-model';
import { nodeBackends, SHIPPED, type NodeBackend } from '../lab/node-lab';
import { judgeNamed, type NamedEndpoint } from '../assist/open-endpoint';
import { oneOf } from '../lab/one-of';
import { checkedFile, checkedFolder } from '../lab/output-paths';
import { readArguments } from './arguments';
import { changedSettings, readSettingsFile, readSweepFile, type Config, type Start } from './settings-file';

export interface Options {
  readonly folders: { readonly model: string; readonly world: string };
  /** the model of the Hub that is to be fetched in place of the folder; null: none */
  readonly hub: HubChoice | null;
  /** files with a text of the user's and its dictionary, which is drafted if there is none; null: that of the data set */
  readonly text: { readonly path: string; readonly dictionary: string | null } | null;
  /** of the items that are evaluated */
  readonly split: Split;
  readonly backend: NodeBackend;
  /** every run, in order: each config with each seed */
  readonly runs: readonly Config[];
  /** whether the output is a table of several runs */
  readonly isTable: boolean;
  readonly monitor: MonitorSettings | null;
  /** a language model that grades the completions, too; null: none */
  readonly judge: NamedEndpoint | null;
  readonly evaluate: (settings: RunSettings) => EvaluateInput | null;
  /** files to write, if any */
  readonly json: string | null;
  readonly table: string | null;
  /** folder for the adapters, the model and the labels, if any */
  readonly save: string | null;
}

const howMuch = ['core', 'attacks', 'full', 'text'] as const;

/** @throws Error, or LetheError settings/invalid, that names the invalid option */
export function readOptions(args: readonly string[]): Options {
  const values = readArguments(args);
  const isTable = values.sweep !== undefined || values.seeds !== undefined;
  const changes = values.settings === undefined ? {} : readSettingsFile(values.settings);
  const method = values.method === undefined ? {} : { method: values.method };
  const start = startOf(values);
  const assigned = withChanges(changes, readAssignments(values.set ?? []));
  const settings = changedSettings({ ...assigned, ...method }, start);
  const configs =
    values.sweep === undefined
      ? [{ name: values.preset ?? 'default', settings }]
      : readSweepFile(values.sweep, start);
  const seeds = (values.seeds ?? values.seed)?.split(',').map(wholeNumber);
  const asked = values.prompts === undefined ? {} : { prompts: readPrompts(values.prompts) };
  const isAsked = isTable || values.prompts !== undefined || values.judge !== undefined;
  const parts = values.evaluate ?? (isAsked ? 'core' : values.text === undefined ? undefined : 'text');
  return {
    folders: { model: onDisk(values.model), world: onDisk(values.world) },
    hub: hubChoice(onDisk(values.model), values, SHIPPED),
    text: values.text === undefined ? null : { path: values.text, dictionary: values.dictionary ?? null },
    split: splitOf(values.split, values.sweep !== undefined),
    backend:
      values.backend === undefined
        ? oneOf('device', nodeBackends, values.device)
        : oneOf('backend', nodeBackends, values.backend),
    runs: configs.flatMap((config) =>
      (seeds ?? [config.settings.seed]).map((seed) => ({
        ...config,
        settings: parseSettings({
          ...config.settings,
          seed,
          ...(values.plan && { plan: values.plan }),
          ...(values['weight-bits'] && { weightBits: values['weight-bits'] }),
        }),
      })),
    ),
    isTable,
    monitor: values.watch === undefined ? null : parseMonitor({ every: Number(values.watch) }),
    evaluate:
      parts === undefined ? () => null : evaluationOf(oneOf('evaluate', howMuch, parts), isTable, asked),
    judge: judgeNamed(values.judge, values['judge-model']),
    json: checkedFile('json', values.json),
    table: checkedFile('table', values.table),
    save: checkedFolder(values.save),
  };
}

/** What is not below `SHIPPED` is looked for anywhere; as a path below it, which leads out. */
const onDisk = (path: string): string =>
  existsSync(join(SHIPPED, path)) || !existsSync(path) ? path : relative(SHIPPED, path);

/** The start refuses another method than that of the preset: it would be run with settings that are not its own. */
function startOf(values: { readonly preset?: string; readonly text?: string }): Start {
  if (values.preset === undefined) return values.text === undefined ? settingsFor : ownTextSettings;
  const name = oneOf('preset', presetNames, values.preset);
  const named = preset(name);
  return (method) => {
    if (method === named.method) return named;
    throw new Error(
      `--preset ${name} is for the method ${named.method}, not ${method}: leave out one of them`,
    );
  };
}

/** NaN unless a text is one, which `parseSettings` refuses by name: Number('') would be 0. */
const wholeNumber = (text: string): number => (/^\d+$/.test(text) ? Number(text) : Number.NaN);

/** @throws Error for a sweep on the test items: they would no longer be a test of the settings that it chooses */
function splitOf(asked: string | undefined, isSweep: boolean): Split {
  const split = oneOf('split', splits, asked ?? (isSweep ? 'development' : 'test'));
  if (isSweep && split === 'test')
    throw new Error(
      'A sweep chooses settings, so it is evaluated on the development items. Leave out --split, or run the chosen settings with --settings.',
    );
  return split;
}

/** Prints which items are not used. @throws Error if no item is usable */
function readPrompts(path: string): readonly FamiliarityPrompt[] {
  const { prompts, rejected } = parsePrompts(readFileSync(path, 'utf8'), promptFormatOf(path) ?? 'json');
  for (const { line, reason } of rejected) console.warn(`${path}, line ${line}: ${reason}`);
  if (prompts.length === 0) throw new Error(`${path}: expected prompts, got none that can be used`);
  return prompts;
}

/** What a text of the user's is measured by, unless more is asked for: its cloze questions, and perplexity. */
const ABOUT_THE_TEXT = ['completions', 'text'] as const;

/** A table needs only the compared variants; a single run includes all. */
function evaluationOf(
  much: (typeof howMuch)[number],
  isTable: boolean,
  asked: Pick<EvaluateInput, 'prompts'>,
): Options['evaluate'] {
  const parts = much === 'text' ? ABOUT_THE_TEXT : evaluationParts[much];
  return (settings) =>
    isTable || much === 'core' || much === 'text'
      ? { parts, ...asked }
      : {
          parts,
          ...asked,
          variants: evaluatedVariants.filter(
            (variant) => hasReinforced(settings) || variant !== 'reinforced',
          ),
        };
}
