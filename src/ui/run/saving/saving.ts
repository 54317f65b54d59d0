/** Saves what the run made as one zip file. */
import type { LabClient } from '../../../bridge/client';
import type { Report } from '../../../evaluate/report';
import { writeReport } from '../../../evaluate/report-file';
import { cardFigures } from '../../../exchange/card-figures';
import type { FloatType } from '../../../exchange/tensors-file';
import type { SavedPart } from '../../../lab/saved-files';
import { save } from '../../browser/save';
import type { RunState } from '../run-state.svelte';
import type { Stages } from '../stages';

const FILE = 'lethe-model.zip';

export class Saving {
  constructor(
    private readonly state: RunState,
    private readonly client: Pick<LabClient, 'run'>,
  ) {}

  /** Asks what can be saved, and how large it is. */
  async look(): Promise<void> {
    const { saving } = this.state;
    try {
      saving.offer = await this.client.run('savable', {});
    } catch (error) {
      saving.stage.fail(error);
    }
  }

  /** The browser may keep the pieces on disk, and the file is handed to the user as it is. */
  async save(parts: readonly SavedPart[], floats: FloatType): Promise<void> {
    const { saving, stages } = this.state;
    const report = reportOfThis(stages);
    const figures = cardFigures(stages.unlearn.outcome?.result ?? null, report);
    const input = { parts, floats, figures, report: report && writeReport(report) };
    await saving.stage.run(async (signal, onEvent) => {
      const { zip } = await this.client.run('save', input, { signal, onEvent });
      save(FILE, zip);
      return zip.size;
    });
  }
}

/** The report of the model that is saved; null if it was not evaluated, or unlearned again since. */
function reportOfThis({ evaluate, unlearn }: Stages): Report | null {
  const id = unlearn.outcome?.made?.id;
  const { outcome } = evaluate;
  const isOfThis = id !== undefined && outcome?.made?.fingerprint.unlearn === id;
  return isOfThis ? outcome.result : null;
}
