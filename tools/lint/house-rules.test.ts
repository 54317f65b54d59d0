import { ESLint } from 'eslint';
import ts from 'typescript-eslint';
import { expect, test } from 'vitest';

// Our rules look at the syntax alone. With types, the whole project would be read first.
const eslint = new ESLint({
  overrideConfig: [
    { files: ['**/*'], ...ts.configs.disableTypeChecked },
    { files: ['**/*.svelte'], rules: { 'svelte/no-unused-props': 'off' } },
  ],
});

/** The lint messages for `code` as the content of `file`. */
async function lint(file: string, code: string): Promise<string[]> {
  const results = await eslint.lintText(code, { filePath: file });
  return results.flatMap(({ messages }) => messages.map(({ message }) => message));
}

test('an import to the right is refused, one to the left is not', async () => {
  const right = await lint('src/graph/build.ts', "export * from '../llama/config';\n");
  expect(right).toContain('graph may not import llama: imports point to the left.');
  const left = await lint('src/llama/config.ts', "export * from '../graph/build';\n");
  expect(left.filter((message) => message.includes('may not import'))).toEqual([]);
});

test('layers also apply to dynamic and type imports', async () => {
  const refused = 'graph may not import llama: imports point to the left.';
  expect(
    await lint('src/graph/build.ts', "export const later = () => import('../llama/config');\n"),
  ).toContain(refused);
  expect(
    await lint('src/graph/build.ts', "export type Later = typeof import('../llama/config');\n"),
  ).toContain(refused);
});

test('the folders of the page are layers too', async () => {
  const right = await lint('src/ui/kit/failure.ts', "export * from '../lab/stage/stage-cases';\n");
  expect(right).toContain('kit may not import lab: imports point to the left.');
  const left = await lint('src/ui/lab/stage/stage-cases.ts', "export * from '../../kit/failure';\n");
  expect(left.filter((message) => message.includes('may not import'))).toEqual([]);
});

test('tests may import tools, but tools may not import tests', async () => {
  const right = await lint('tools/soak/main.ts', "export * from '../../e2e/axe';\n");
  expect(right).toContain('tools may not import e2e: imports point to the left.');
  const left = await lint('e2e/axe.ts', "export * from '../tools/browser/page';\n");
  expect(left.filter((message) => message.includes('may not import'))).toEqual([]);
});

test('a library may only be imported by one file', async () => {
  const other = await lint('src/lab/lab.ts', "export * from 'comlink';\n");
  expect(other).toContain('comlink is imported by src/bridge/ only.');
  // The rules also check imports in the script and in the markup of components.
  const script = await lint('src/ui/App.svelte', "<script>\n  import 'comlink';\n</script>\n");
  expect(script).toContain('comlink is imported by src/bridge/ only.');
  const markup = await lint('src/ui/App.svelte', "{#await import('comlink') then lib}{lib}{/await}\n");
  expect(markup).toContain('comlink is imported by src/bridge/ only.');
});

test('a component may not import the run controller, and App may', async () => {
  const script = "<script>\n  import '../run/run-controller';\n</script>\n";
  const panel = await lint('src/ui/lab/Rail.svelte', script);
  expect(panel.join()).toContain('src/ui/run/run-controller is imported by src/ui/App.svelte, ');
  expect((await lint('src/ui/lab/Screen.svelte', script)).join()).not.toContain('is imported by');
  const type = await lint(
    'src/ui/shared/visible.ts',
    "export type Run = import('../run/run-state.svelte').RunState;\n",
  );
  expect(type.join()).toContain('src/ui/run/run-state.svelte is imported by');
  const withExtension = await lint('src/ui/shared/visible.ts', "export * from '../run/run-controller.ts';\n");
  expect(withExtension.join()).toContain('src/ui/run/run-controller is imported by');
});

test('warnings may not be silenced, in scripts or in markup', async () => {
  const ignore = 'svelte-ignore state_referenced_locally';
  const script = await lint('src/ui/App.svelte', `<script lang="ts">\n  // ${ignore}\n</script>\n`);
  expect(script.join()).toContain('No comment may match /svelte-ignore');
  const markup = await lint('src/ui/App.svelte', '<!-- eslint-disable -->\n<p>text</p>\n');
  expect(markup.join()).toContain('No comment may match /eslint-disable/');
  const module = await lint('src/graph/build.ts', '/* eslint-disable no-var */\n');
  expect(module.join()).toContain('No comment may match /eslint-disable/');
  const other = await lint('src/ui/App.svelte', '<!-- svelte-ignore a11y_autofocus -->\n<p>text</p>\n');
  expect(other.join()).not.toContain('No comment may match');
});

test('a tool that chooses settings may not run the method on the items of any split', async () => {
  const refused = 'tools/world/check/method is imported by tools/world/check/ only.';
  expect(await lint('tools/sweep/main.ts', "export * from '../world/check/method';\n")).toContain(refused);
});

test('a list of any length may not become the arguments of a call', async () => {
  const refused = async (code: string): Promise<string[]> => {
    const messages = await lint('src/base/extremes.ts', code);
    return messages.filter((message) => message.includes('fails with a long list'));
  };
  for (const call of [
    'list.push(...list)',
    'list.unshift(0, ...list)',
    'list.splice(0, 1, ...list)',
    'Math.max(0, ...list)',
    'Math.min(...list)',
    'String.fromCharCode(...list)',
  ])
    expect(await refused(`export const list: number[] = [];\nexport const result = ${call};\n`)).toHaveLength(
      1,
    );
  for (const call of ['list.push(1, 2)', 'Math.max(1, 2)', '[...list]', 'list.concat(list)'])
    expect(await refused(`export const list: number[] = [];\nexport const result = ${call};\n`)).toEqual([]);
});
