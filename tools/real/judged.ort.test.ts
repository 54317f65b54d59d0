/** A run of `npm run real -- --lesson --judge`: an endpoint grades what the model wrote, and the JSON has its grades. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { json, protocolServer, says, type ProtocolServer } from '../../src/assist/fixtures/protocol-server';
import { microFolders } from '../browser/micro-checkpoints';
import { runInNode } from './in-node';
import { readOptions } from './options';

let folder: string;
let server: ProtocolServer;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'judged-'));
  for (const [name, file] of microFolders.plain) writeFileSync(join(folder, name), file);
  const config = JSON.parse(new TextDecoder().decode(microFolders.plain.get('config.json'))) as object;
  // The questions of the lesson are longer than the texts of this model.
  writeFileSync(join(folder, 'config.json'), JSON.stringify({ ...config, max_position_embeddings: 512 }));
  server = await protocolServer(({ path }) =>
    path.endsWith('/models') ? json({ data: [{ id: 'tiny' }] }) : says('{"grade": 1, "reason": "a guess"}'),
  );
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await server.close();
});

test('the JSON has what the language model said of each completion', async () => {
  const settings = join(folder, 'settings.json');
  const training = { steps: 1, batch: 1 };
  writeFileSync(
    settings,
    JSON.stringify({ blockLength: 16, chosenBlocks: 1, reinforce: training, unlearn: training }),
  );
  const lines: string[] = [];
  const { evaluated } = await runInNode(
    folder,
    'native',
    readOptions(['--model', folder, '--lesson', '--judge', server.address, '--settings', settings]),
    (line) => lines.push(line),
  );
  const { by, grades } = evaluated?.judge ?? expect.fail();
  expect(by).toBe('tiny');
  expect(Object.keys(grades).sort()).toEqual(['baseline', 'unlearned']);
  const given = Object.values(grades).flatMap((own) => Object.values(own));
  expect(given.length).toBeGreaterThan(0);
  expect(new Set(given.map(({ grade, reason }) => `${grade} ${reason}`))).toEqual(new Set(['1 a guess']));
  expect(server.asked.filter(({ path }) => path.endsWith('/chat/completions'))).toHaveLength(given.length);
  expect(lines.join('\n')).toContain(`tiny graded ${given.length} completions`);
});
