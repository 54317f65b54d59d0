/**
 * What an unlearning method is: the stages that it goes through, the objective of its training, its own settings and
 * its words. A new method is one file like this, its words beside it, and a row in catalogue.ts.
 */
import { v } from '../base/schema';
import type { Language } from '../base/languages';
import type { Objective } from '../llama/objective';
import type { Pipeline } from '../pipeline/stage';
import { schemaOf } from '../settings/check';
import type { FieldGroup, ValuesOf } from '../settings/field';
import type { StandardName, StandardSettings } from '../settings/standard';

/** What the page and reports call a setting, and a line of help for it. */
export interface SettingWords {
  readonly name: string;
  readonly help: string;
}

interface MethodWords<Own extends string> {
  readonly title: string;
  /** what it does, in a sentence */
  readonly help: string;
  /** above and below the stage Unlearn: what its training does, what to try there, and why it works */
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

interface Definition<Name extends string, Own extends FieldGroup> {
  /** as it is called in settings, links and reports, where its own settings are a group of this name */
  readonly name: Name;
  /** where it comes from: the address of a paper */
  readonly source: string;
  /** the heading in that paper under which its training is described */
  readonly passage: string;
  /** the settings that no other method has */
  readonly fields: Own;
  /** where this method wants other values than the standard ones */
  readonly defaults: Changes & Readonly<Partial<Record<NoInfer<Name>, Partial<ValuesOf<NoInfer<Own>>>>>>;
  readonly pipeline: Pipeline<StandardName | 'method' | NoInfer<Name>>;
  /** the loss of the unlearning, from the values of `fields` */
  readonly objective: (own: ValuesOf<Own>) => Objective;
  readonly words: Readonly<Record<Language, MethodWords<keyof Own & string>>>;
}

export interface Method<Name extends string, Own extends FieldGroup> extends Omit<
  Definition<Name, Own>,
  'objective'
> {
  /** the loss of the unlearning, from all settings of a run */
  readonly objectiveOf: (settings: object) => Objective;
}

export function defineMethod<const Name extends string, const Own extends FieldGroup>({
  objective,
  ...method
}: Definition<Name, Own>): Method<Name, Own> {
  const own = schemaOf(method.fields);
  return {
    ...method,
    objectiveOf: (settings) => objective(v.parse(own, Reflect.get(settings, method.name) ?? {})),
  };
}
