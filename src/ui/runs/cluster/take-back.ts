/** Takes back what another machine made: its report becomes a run, its adapters are kept for their model. */
import type { MadeElsewhere } from '../../../exchange/made-elsewhere';
import { ownAdapters } from '../../run/ask/opener';
import { runList } from '../../run/run-list.svelte';
import { openMade } from './open-made';

/** @throws LetheError as `openMade`; store/failed if the browser keeps no adapters */
export async function takeBack(chosen: readonly File[]): Promise<MadeElsewhere> {
  const made = await openMade(chosen);
  const { report, losses, adapters } = made;
  await runList.save(report, { isOpened: true, instead: null, losses });
  const model = report.hashes.model ?? '';
  for (const { name, files } of adapters)
    await ownAdapters().add(`${report.made?.model ?? 'train.py'}: ${name}`, model, files);
  return made;
}
