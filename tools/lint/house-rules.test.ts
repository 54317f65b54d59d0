import { ESLint } from 'eslint';
import { expect, test } from 'vitest';

/** What lint says of `code` as if it stood in `file`. */
async function lint(file: string, code: string): Promise<string[]> {
  const eslint = new ESLint();
  const results = await eslint.lintText(code, { filePath: file });
  return results.flatMap(({ messages }) => messages.map(({ message }) => message));
}

test('an import to the right is refused, one to the left is not', async () => {
  const right = await lint('src/graph/build.ts', "export * from '../llama/config';\n");
  expect(right).toContain('graph may not import llama: imports point to the left.');
  const left = await lint('src/llama/config.ts', "export * from '../graph/build';\n");
  expect(left.filter((message) => message.includes('may not import'))).toEqual([]);
});

test('a library has one importer', async () => {
  const other = await lint('src/lab/lab.ts', "export * from 'comlink';\n");
  expect(other).toContain('comlink is imported by src/bridge/ only.');
});
