/** What the documents say about the repository is true. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { v } from '../../src/base/schema';
import { documents, headings, localLinks, namedPaths, npmScripts } from './documents';

const { scripts } = v.parse(
  v.object({ scripts: v.record(v.string(), v.string()) }),
  JSON.parse(readFileSync('package.json', 'utf8')),
);

describe.each(documents())('$path', (document) => {
  it('names only files and folders that exist', () => {
    expect(namedPaths(document).filter((path) => !existsSync(path))).toEqual([]);
  });

  it('links only to files and headings that exist', () => {
    const broken = localLinks(document).filter(({ file, heading }) => {
      if (!existsSync(file)) return true;
      return heading !== '' && !headings(readFileSync(file, 'utf8')).includes(heading);
    });
    expect(broken).toEqual([]);
  });

  it('names only commands that exist', () => {
    expect(npmScripts(document).filter((script) => !Object.hasOwn(scripts, script))).toEqual([]);
  });
});

test('the table of commands has every script besides the parts of `npm test`', () => {
  const { path, text = '' } = documents().find(({ path }) => path === 'CONTRIBUTING.md') ?? {};
  const [section = ''] = text.slice(text.indexOf('\n## Commands\n') + 1).split('\n## ');
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  const listed = npmScripts({ path: path ?? '', text: rows.join('\n') });
  const parts = (scripts.test ?? '').split(' ').filter((word) => Object.hasOwn(scripts, word));
  expect(parts.length).toBeGreaterThan(3);
  expect(Object.keys(scripts).filter((name) => ![...listed, ...parts].includes(name))).toEqual([]);
});

describe('what a document names', () => {
  const text = [
    '`src/base/hash.ts` `src/methods/<name>.ts` `public/models/*/README.md` `package.json` `unlearn.steps`',
    '[map](docs/architecture.md#the-layers) [top](#top) [paper](https://arxiv.org/abs/2310.02238)',
    'npm ci && npm start, then npm run world:check -- --json world.json',
  ].join('\n');
  const document = { path: 'README.md', text };

  it('is found', () => {
    expect(namedPaths(document)).toEqual([
      'src/base/hash.ts',
      'src/methods',
      'public/models',
      'package.json',
    ]);
    expect(localLinks(document)).toEqual([
      { file: 'docs/architecture.md', heading: 'the-layers' },
      { file: 'README.md', heading: 'top' },
    ]);
    expect(npmScripts(document)).toEqual(['start', 'world:check']);
    expect(headings('# The four `steps`\n## α, then β')).toEqual(['the-four-steps', 'α-then-β']);
  });

  it('is enough to be worth a test', () => {
    const all = documents();
    expect(all.flatMap(namedPaths).length).toBeGreaterThan(150);
    expect(all.flatMap(localLinks).length).toBeGreaterThan(15);
  });
});
