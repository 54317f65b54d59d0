/** Writes what Lethe saves of a micro model, for tools/golden/peft_saved.py. */
import { rmSync } from 'node:fs';
import { microSaved } from '../../src/lab/micro-saved';
import { writeFiles } from '../lab/save-folder';

const FOLDER = 'src/exchange/fixtures/saved';
rmSync(FOLDER, { recursive: true, force: true });
writeFiles(FOLDER, await microSaved());
