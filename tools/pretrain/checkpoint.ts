/** Training state on disk, so that an interrupted pretraining can resume. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { readSafetensors, writeSafetensors } from '../../src/files/safetensors';
import type { TrainState } from '../../src/model/trainer';

/** The state saved in `folder` for a plan with this hash; null if there is none. */
export function loadCheckpoint(folder: string, planHash: string): TrainState | null {
  const path = `${folder}/${planHash}.safetensors`;
  if (!existsSync(path)) return null;
  const tensors = readSafetensors(readFileSync(path), path);
  const numbers = (name: string): Float32Array => tensors.get(name)?.data ?? new Float32Array();
  return {
    parameters: numbers('parameters'),
    firstMoment: numbers('mean'),
    secondMoment: numbers('square'),
    step: numbers('step')[0] ?? 0,
  };
}

/** Writes a new file and then replaces the old one, so that a crash while writing loses nothing. */
export function saveCheckpoint(folder: string, planHash: string, state: TrainState): void {
  mkdirSync(folder, { recursive: true });
  const tensor = (data: Float32Array) => ({ shape: [data.length], data });
  const tensors = new Map([
    ['parameters', tensor(state.parameters)],
    ['mean', tensor(state.firstMoment)],
    ['square', tensor(state.secondMoment)],
    ['step', tensor(Float32Array.of(state.step))],
  ]);
  const path = `${folder}/${planHash}.safetensors`;
  writeFileSync(`${path}.new`, writeSafetensors(tensors, 'F32'));
  renameSync(`${path}.new`, path);
}
