/**
 * What an unlearning method is: the stages that it goes through, how its unlearned model comes to be, its own settings
 * and its words. A new method is one file like this, its words beside it, and a row in catalogue.ts.
 */
import { v } from '../base/schema';
import type { Language } from '../base/languages';
import type { Layout } from '../llama/layout';
import type { Objective } from '../llama/objective';
import type { Pipeline } from '../pipeline/stage';
import { readStage } from '../pipeline/stages';
import { schemaOf } from '../settings/check';
import type { FieldGroup, ValuesOf } from '../settings/field';
import type { StandardName, StandardSettings } from '../settings/standard';

/** How the unlearned model comes to be. */
export type Unlearning =
  /** an adapter, trained from the baseline by an objective */
  | { readonly by: 'training'; readonly objective: Objective }
  /** an adapter, computed from the reinforced one */
  | {
      readonly by: 'arithmetic';
      readonly adapter: (reinforced: Float32Array, layout: Layout) => Float32Array;
    }
  /** no adapter: equation 1 over baseline and reinforced model, at every token */
  | { readonly by: 'decoding' };

/** What the page and reports call a setting, and a line of help for it. */
export interface SettingWords {
  readonly name: string;
  readonly help: string;
}

interface MethodWords<Own extends string> {
  readonly title: string;
  /** what it does, in a sentence */
  readonly help: string;
  /** above and below the stage Unlearn: what it does, what to try there, and why it works */
  readonly unlearn: { readonly purpose: string; readonly tryThis: string; readonly why: string };
  /** for each of its own settings */
  readonly settings: Readonly<Record<Own, SettingWords>>;
}

/** Values in place of the standard defaults; of a group, only those that differ. */
type Changes = {
  readonly [K in keyof StandardSettings]?: StandardSettings[K] extends unknown[]
    ? StandardSettings[K]
    : StandardSettings[K] extends object
      ? Partial<StandardSettings[K]>
      : StandardSettings[K];
};

interface Definition<Name extends string, Own extends FieldGroup, By extends Unlearning> {
  /** as it is called in settings, links and reports, where its own settings are a group of this name */
  readonly name: Name;
  /** where it comes from: the address of a paper */
  readonly source: string;
  /** the heading in that paper under which it is described */
  readonly passage: string;
  /** the settings that no other method has */
  readonly fields: Own;
  /** where this method wants other values than the standard ones */
  readonly defaults: Changes & Readonly<Partial<Record<NoInfer<Name>, Partial<ValuesOf<NoInfer<Own>>>>>>;
  /** after the reading, with which every method can begin */
  readonly pipeline: Omit<Pipeline<StandardName | 'method' | NoInfer<Name>>, 'read'>;
  /** from the values of `fields` */
  readonly unlearning: (own: ValuesOf<Own>) => By;
  readonly words: Readonly<Record<Language, MethodWords<keyof Own & string>>>;
}

export interface Method<Name extends string, Own extends FieldGroup, By extends Unlearning> extends Omit<
  Definition<Name, Own, By>,
  'unlearning' | 'pipeline'
> {
  readonly pipeline: Pipeline<StandardName | 'method' | NoInfer<Name>>;
  /** from all settings of a run */
  readonly unlearningOf: (settings: object) => By;
}

export function defineMethod<const Name extends string, const Own extends FieldGroup, By extends Unlearning>({
  unlearning,
  ...method
}: Definition<Name, Own, By>): Method<Name, Own, By> {
  const own = schemaOf(method.fields);
  return {
    ...method,
    pipeline: { read: readStage, ...method.pipeline },
    unlearningOf: (settings) => unlearning(v.parse(own, Reflect.get(settings, method.name) ?? {})),
  };
}

/** An unlearned model that is trained by this objective. */
export function training(objective: Objective): Extract<Unlearning, { by: 'training' }> {
  return { by: 'training', objective };
}
