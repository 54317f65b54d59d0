/** Whether a build has one onnxruntime-web, and serves it itself: a library may bring another one. */

/** A file of the build; the content of scripts only. */
export interface BuiltFile {
  readonly path: string;
  readonly script?: string;
}

/** The binaries that the page uses: that of the CPU, and that of WebGPU. */
const BINARIES = ['ort-wasm-simd-threaded', 'ort-wasm-simd-threaded.asyncify'];

/** How a script of the runtime states its version: by a variable of this name. */
const STATES_VERSION = /versions,\s*["'`]web["'`],\s*\{\s*value:\s*([\w$]+)/gu;

/** Everything that speaks of a second runtime beside that of this version, or of none. */
export function otherRuntimes(files: readonly BuiltFile[], version: string): string[] {
  const found: string[] = [];
  for (const binary of BINARIES) {
    const copies = files.filter(({ path }) => isCopy(path, binary));
    if (copies.length !== 1) found.push(`${copies.length} files of ${binary}.wasm`);
  }
  for (const { path } of files)
    if (/\bort[-.].*\.wasm$/u.test(path) && !BINARIES.some((binary) => isCopy(path, binary)))
      found.push(`another binary: ${path}`);
  const versions = new Set(files.flatMap(({ script = '' }) => versionsIn(script)));
  for (const other of versions) if (other !== version) found.push(`version ${other} beside ${version}`);
  if (!versions.has(version)) found.push(`no script of version ${version}`);
  return found;
}

/** The scripts that have the runtime’s JavaScript in them: that of the lab, for each backend, and that of the library of models in the tab. */
export const runtimeScripts = (files: readonly BuiltFile[]): string[] =>
  files.filter(({ script = '' }) => versionsIn(script).length > 0).map(({ path }) => path);

function versionsIn(script: string): string[] {
  return [...script.matchAll(STATES_VERSION)].map(([, name = '']) => {
    const stated = new RegExp(`[^\\w$]${name.replaceAll('$', '\\$')}\\s*=\\s*["'\`]([^"'\`]+)`, 'u');
    return stated.exec(script)?.[1] ?? 'unknown';
  });
}

/** Whether it is the binary, with a hash in its name. */
function isCopy(path: string, binary: string): boolean {
  const name = path.split('/').at(-1) ?? '';
  return (
    name.startsWith(`${binary}-`) && name.endsWith('.wasm') && !name.slice(binary.length, -5).includes('.')
  );
}
