/** The settings that count in a run: no method uses all of them. */
import { stagesOf } from '../pipeline/stage';
import { pipelineOf, settingLeaves, type RunSettings, type SettingName } from './settings';
import type { Leaf } from '../settings/leaves';

/** The names of the settings and groups that the stages of the run depend on. */
export function usedNames(settings: RunSettings): readonly string[] {
  const pipeline = pipelineOf(settings);
  return stagesOf(pipeline, settings).flatMap((stage) => pipeline[stage]?.settings ?? []);
}

/** The same as single settings, in order. */
export function usedLeaves(settings: RunSettings): readonly Leaf<SettingName>[] {
  const names = usedNames(settings);
  return settingLeaves.filter(({ path: [name] }) => names.includes(name));
}
