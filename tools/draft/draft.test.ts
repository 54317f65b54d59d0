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
const KEY = 'LETHE_TEST_KEY';
let server: ProtocolServer;

beforeAll(async () => {
  const terms = [
    { term: 'Mira', kind: 'person', translations: ['Anna'], positions: [0] },
    { term: 'Farholm', kind: 'place', translations: ['Ashford'] },
    { term: 'Sherlock', kind: 'person', translations: ['Edward'] },
    { term: 7 },
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
  const env = { ...process.env, [KEY]: 'wrong' };
  return new Promise((resolve) =>
    execFile('npx', ['tsx', 'tools/draft/main.ts', ...args], { env }, (error, out, err) =>
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
    rejected: [
      { item: '{"term":7}', because: 'shape', detail: 'term: expected string, got 7' },
      { item: 'Sherlock', because: 'absent', detail: '' },
      { because: 'shape' },
      { because: 'entry' },
    ],
    failure: null,
  });
}, 60_000);

test('a failure before the first term says what to do in Node, and leaves the dictionary of before', async () => {
  const closed = await protocolServer(() => json({ error: 'no' }, 401));
  writeFileSync(file('before.json'), '{"Farholm": ["Millbrook"]}');
  const { status, out } = await draft(
    ...['--text', file('text.txt'), '--endpoint', closed.address, '--model', 'tiny', '--key-from', KEY],
    ...['--json', file('before.json')],
  );
  await closed.close();
  expect([status, out]).toEqual([1, expect.stringContaining('environment variable')]);
  expect(readFileSync(file('before.json'), 'utf8')).toBe('{"Farholm": ["Millbrook"]}');
}, 60_000);

test('options that do not fit are named', () => {
  const some = ['--text', 'a', '--endpoint', 'b'];
  const out = ['--json', file('out.json')];
  expect(() => readOptions(['--text', 'a', ...out])).toThrow('--endpoint');
  expect(() => readOptions([...some, ...out, '--at-once', '9'])).toThrow('--at-once');
  expect(() => readOptions(some)).toThrow('--json');
  expect(() => readOptions([...some, '--json', file('no/such/folder/out.json')])).toThrow(
    'a folder that exists',
  );
  expect(() => readOptions([...some, '--json', folder])).toThrow('got a folder');
  expect(readOptions([...some, ...out])).toMatchObject({
    endpoint: { address: 'b', model: null, keyFrom: 'OPENAI_API_KEY', atOnce: 1 },
    isConsistent: true,
  });
});
