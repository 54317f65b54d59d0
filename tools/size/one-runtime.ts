/** Whether a build has one onnxruntime-web, and serves it itself: a library may bring a second copy, or fetch one. */

/** A file of the build; the content of scripts only. */
export interface BuiltFile {
  readonly path: string;
  readonly script?: string;
}

/** The binaries that the page uses: that of the CPU, and that of WebGPU. */
const BINARIES = ['ort-wasm-simd-threaded', 'ort-wasm-simd-threaded.asyncify'];

/** How each copy of the runtime states its version. */
const VERSION =
  /\bversions\b[^;]{0,40}?\bweb\s*:\s*["'`](\d[^"'`]*)["'`]|\.web\s*=\s*["'`](\d[^"'`]*)["'`]/gu;

/** Everything that speaks of a second copy; `version`: the one of the dependency. */
export function otherRuntimes(files: readonly BuiltFile[], version: string): string[] {
  const found: string[] = [];
  for (const binary of BINARIES) {
    const copies = files.filter(({ path }) => isCopy(path, binary));
    if (copies.length !== 1) found.push(`${copies.length} copies of ${binary}.wasm`);
  }
  for (const { path } of files)
    if (/\bort[-.].*\.wasm$/u.test(path) && !BINARIES.some((binary) => isCopy(path, binary)))
      found.push(`another binary: ${path}`);
  const versions = new Set(
    files.flatMap(({ script = '' }) => [...script.matchAll(VERSION)].flatMap(([, a, b]) => a ?? b ?? [])),
  );
  for (const other of versions) if (other !== version) found.push(`version ${other}, not ${version}`);
  if (versions.size === 0) found.push('no version of the runtime in any script');
  return found;
}

/** Whether it is the binary, with a hash in its name. */
function isCopy(path: string, binary: string): boolean {
  const name = path.split('/').at(-1) ?? '';
  return name.startsWith(`${binary}-`) && /^[^.]*\.wasm$/u.test(name.slice(binary.length + 1));
}
