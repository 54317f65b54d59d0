/** `npm run draft` against a server, from the command line to the file. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { json, protocolServer, says, type ProtocolServer } from '../../src/assist/fixtures/protocol-server';
import { readDictionary } from '../../src/text/dictionary-file';
import { readOptions } from './options';

const folder = mkdtempSync(join(tmpdir(), 'lethe-draft-'));
const file = (name: string): string => join(folder, name);
let server: ProtocolServer;

beforeAll(async () => {
  const terms = [
    { term: 'Mira', kind: 'person', translations: ['Anna'], positions: [0] },
    { term: 'Farholm', kind: 'place', translations: ['Ashford'] },
    { term: 'Sherlock', kind: 'person', translations: ['Edward'] },
  ];
  server = await protocolServer(({ path }) =>
    path.endsWith('/models')
      ? json({ data: [{ id: 'tiny' }] })
      : says(`\`\`\`\n${JSON.stringify({ terms })}\n\`\`\``),
  );
  writeFileSync(file('text.txt'), 'Mira lit the lamp at Farholm.');
  writeFileSync(file('own.json'), '{"Farholm": ["Millbrook"]}');
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** Exit status and output. */
function draft(...args: string[]): Promise<{ status: number; out: string }> {
  return new Promise((resolve) =>
    execFile('npx', ['tsx', 'tools/draft/main.ts', ...args], (error, out, err) =>
      resolve({ status: Number(error?.code ?? 0), out: out + err }),
    ),
  );
}

test('a text becomes a dictionary, beside entries that stay as they are', async () => {
  const { status, out } = await draft(
    ...['--text', file('text.txt'), '--endpoint', server.address, '--dictionary', file('own.json')],
    ...['--json', file('dictionary.json'), '--details', file('details.json')],
  );
  expect([status, out]).toEqual([0, expect.stringContaining('2 entries')]);
  expect(readDictionary(readFileSync(file('dictionary.json'), 'utf8'), 'json')).toEqual([
    { term: 'Farholm', translations: ['Millbrook'] },
    { term: 'Mira', translations: ['Anna'] },
  ]);
  const details: unknown = JSON.parse(readFileSync(file('details.json'), 'utf8'));
  expect(details).toMatchObject({
    entries: [{ term: 'Mira', sources: [{ by: 'tiny' }], kind: 'person' }, { term: 'Farholm' }],
    rejected: [{ item: 'Sherlock', because: 'absent' }, { because: 'entry' }],
    failure: null,
  });
}, 60_000);

test('options that do not fit are named', () => {
  expect(() => readOptions(['--text', 'a'])).toThrow('--endpoint');
  expect(() => readOptions(['--text', 'a', '--endpoint', 'b', '--at-once', '9'])).toThrow('--at-once');
  expect(readOptions(['--text', 'a', '--endpoint', 'b'])).toMatchObject({
    endpoint: { address: 'b', model: null, keyFrom: 'OPENAI_API_KEY', atOnce: 1 },
    isConsistent: true,
  });
});
