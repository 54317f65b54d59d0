/** Saves what a stage made. */
import { isSame } from '../base/same';
import type { RunSettings } from '../methods/settings';
import { isStored, type Change, type KeyValue } from '../store/key-value';
import { runSlots } from '../store/run';
import type { CheckpointEvent } from '../unlearn/checkpoint';

/** Their adapters are rows of one bank, so they have one shape. */
const ofBank = [runSlots.reinforce, runSlots.unlearn];

/**
 * Saves the result and removes the checkpoint in one change, so that one of them remains if the page is closed. The other
 * adapter goes, too, where it is of another shape: the bank has dropped it.
 */
export async function saveResult(
  put: NonNullable<Change['put']>,
  { lora }: Pick<RunSettings, 'lora'>,
  store: KeyValue,
): Promise<CheckpointEvent> {
  const remove: string[] = [runSlots.checkpoint.key];
  const isOfBank = ofBank.some(({ key }) => key in put);
  for (const slot of isOfBank ? ofBank.filter(({ key }) => !(key in put)) : []) {
    const other = await slot.read(store);
    if (other?.parameters && !isSame(other.settings.lora, lora)) remove.push(slot.key);
  }
  return { kind: 'checkpoint', step: null, isSaved: await isStored(store, { put, remove }) };
}
