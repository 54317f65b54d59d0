import { expect, test } from 'vitest';
import { otherRuntimes, runtimeScripts, type BuiltFile } from './one-runtime';

const script = (version: string): BuiltFile => ({
  path: 'assets/lib.js',
  script: `var a=1,Q$="${version}";Object.defineProperty(x.versions,"web",{value:Q$,enumerable:!0})`,
});
const cpu: BuiltFile = { path: 'assets/ort-wasm-simd-threaded-DcHrbrbl.wasm' };
const gpu: BuiltFile = { path: 'assets/ort-wasm-simd-threaded.asyncify-D5D0fo7z.wasm' };

test('one runtime, in the scripts of two workers', () => {
  expect(otherRuntimes([cpu, gpu, script('1.30.0'), script('1.30.0')], '1.30.0')).toEqual([]);
});

test('the scripts with the runtime in them are named, and no others', () => {
  const files = [
    cpu,
    script('1.30.0'),
    { path: 'a.js', script: 'x=1' },
    { ...script('1.30.0'), path: 'b.js' },
  ];
  expect(runtimeScripts(files)).toEqual(['assets/lib.js', 'b.js']);
});

test('a second version, a second file and another binary are each found', () => {
  const second = { path: 'assets/ort-wasm-simd-threaded-AAAAAAAA.wasm' };
  const jsep = { path: 'assets/ort-wasm-simd-threaded.jsep-BBBBBBBB.wasm' };
  const files = [cpu, second, gpu, jsep, script('1.30.0'), script('1.31.0-dev.20260914')];
  expect(otherRuntimes(files, '1.30.0')).toEqual([
    '2 files of ort-wasm-simd-threaded.wasm',
    `another binary: ${jsep.path}`,
    'version 1.31.0-dev.20260914 beside 1.30.0',
  ]);
});

test('a build whose runtime cannot be recognised is not taken for one with a single copy', () => {
  expect(otherRuntimes([cpu, gpu, { path: 'a.js', script: 'x=1' }], '1.30.0')).toEqual([
    'no script of version 1.30.0',
  ]);
});
