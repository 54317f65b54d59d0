/**
 * The fingerprint of a stage: everything that decides the bits of its result, part by part. A result whose fingerprint
 * is the one of now is up to date; the parts that differ say why it is not. Checkpoints, caches, reports and restored
 * runs are recognised by the same fingerprint. The backend is not in it: on WASM a resumed run ends in the same bits,
 * and elsewhere resuming is better than starting over.
 */
import { contentHash } from '../base/hash';
import { leafName } from '../settings/leaf-name';
import { runs, type InputName, type Pipeline, type StageName } from './stage';

/** By part: the name of an input, a setting (`alpha`, `unlearnSteps`) or a stage. */
export type Fingerprint = Readonly<Record<string, string>>;

/** What a stage has made: from what, and the hash of its content. */
export interface StageResult {
  readonly fingerprint: Fingerprint;
  readonly id: string;
  /** Whether it was made elsewhere: it is never out of date, and no stage has to run before it. @default false */
  readonly isGiven?: boolean;
}

/** All that the stages of a run are made from now. */
export interface RunInputs {
  readonly settings: object;
  /** hashes, or short values as they are */
  readonly inputs: Readonly<Record<InputName, string>>;
  readonly results: Readonly<Partial<Record<StageName, StageResult>>>;
}

/** Settings that came later, with the value by which results were made before, so that those stay up to date. */
export const settingsBefore: Readonly<Record<string, unknown>> = { weightBits: '32' };

/** What `stage` would be made from now. @throws RangeError if the pipeline has no such stage */
export function fingerprint(pipeline: Pipeline, stage: StageName, now: RunInputs): Fingerprint {
  const spec = pipeline[stage];
  if (!spec) throw new RangeError(`this method has no stage "${stage}"`);
  const { settings, inputs, results } = now;
  const needs = spec.needs.filter((need) => runs(pipeline, need, settings));
  return Object.fromEntries([
    ...spec.reads.map((name) => [name, inputs[name]] as const),
    ...spec.settings.flatMap((name) => {
      const value: unknown = Reflect.get(settings, name);
      return value === settingsBefore[name] ? [] : parts(name, value);
    }),
    ...needs.map((need) => [need, results[need]?.id ?? ''] as const),
  ]);
}

/** A fingerprint as one hash. */
export function fingerprintId(fingerprint: Fingerprint): string {
  return contentHash(JSON.stringify(Object.entries(fingerprint).sort(([a], [b]) => (a < b ? -1 : 1))));
}

/** The fingerprint of what an earlier version saved without one. */
export const unknownFingerprint: Fingerprint = {};

/**
 * The parts that are not as they were, in order, with those that are no longer there last; none if both are the same;
 * `version` if none is known.
 */
export function changedParts(made: Fingerprint, now: Fingerprint): string[] {
  if (Object.keys(made).length === 0) return ['version'];
  return Object.keys({ ...now, ...made }).filter((part) => made[part] !== now[part]);
}

/** A group of settings is a part for each of its members, named as settings/leaves.ts names them. */
function parts(name: string, value: unknown): (readonly [string, string])[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return [[name, JSON.stringify(value)]];
  return Object.entries(value).map(([inner, one]) => [leafName(name, inner), JSON.stringify(one)] as const);
}
