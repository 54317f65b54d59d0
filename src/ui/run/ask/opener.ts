/** Opens an adapter that PEFT saved, to answer beside the variants or in place of the reinforced one. */
import type { LabClient } from '../../../bridge/client';
import { ADAPTER_CONFIG, ADAPTER_WEIGHTS } from '../../../exchange/peft-adapter';
import { fail } from '../../../exchange/errors';
import type { RunState } from '../run-state.svelte';

export class Opener {
  constructor(
    private readonly state: RunState,
    private readonly client: Pick<LabClient, 'run'>,
  ) {}

  /** `chosen`: both files of the adapter, and perhaps others of its folder. What was open stays if it is refused. */
  async open(chosen: readonly File[]): Promise<void> {
    const { opening, plainSettings: settings } = this.state;
    await opening.stage.run(async (signal) => {
      const [config, weights] = [
        fileOf(chosen, '.json', ADAPTER_CONFIG),
        fileOf(chosen, '.safetensors', ADAPTER_WEIGHTS),
      ];
      const files = { config: await bytesOf(config), weights: await bytesOf(weights) };
      const input = { name: nameOf(weights), files, as: 'compared', settings } as const;
      const origin = await this.client.run('openAdapter', input, { signal });
      opening.files = files;
      return origin;
    });
  }

  /** The result of the stage Reinforce is the opened adapter from now on, whose shape the settings take. */
  async reinforce(): Promise<void> {
    const { opening, plainSettings: settings, stages } = this.state;
    const { files, origin } = opening;
    if (!files || !origin) return;
    await opening.stage.run(async (signal) => {
      const input = { name: origin.name, files, as: 'reinforced', settings } as const;
      const { lora, made } = await this.client.run('openAdapter', input, { signal });
      this.state.settings = { ...this.state.settings, lora: { ...lora, targets: [...lora.targets] } };
      stages.reinforce.reset();
      stages.reinforce.finish(undefined, made);
      return origin;
    });
  }
}

/** The file of that name or, if none has it, the only one of its kind. */
function fileOf(files: readonly File[], ending: string, name: string): File {
  const ofKind = files.filter((file) => file.name.endsWith(ending));
  const found = ofKind.find((file) => file.name === name) ?? (ofKind.length === 1 ? ofKind[0] : undefined);
  return found ?? fail('adapter/files', { config: ADAPTER_CONFIG, weights: ADAPTER_WEIGHTS });
}

const bytesOf = async (file: File): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());

/** Its folder, where the browser says it. */
const nameOf = ({ name, webkitRelativePath: path }: File): string => path.split('/').at(-2) ?? name;
