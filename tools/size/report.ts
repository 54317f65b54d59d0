/**
 * `npm run size`: prints the compressed size of what a visitor downloads. Exits with 1 if the scripts and styles that the
 * page needs at first are more than 150 KB, the recorded run exceeds its limits, or there is a second onnxruntime-web; names
 * the scripts that have the runtime’s JavaScript.
 * Option: --dist (folder).
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { recordedFiles, recordedLimits } from '../../src/recorded/load-recorded';
import { otherRuntimes, runtimeScripts } from './one-runtime';

const MOST = 150_000;

const { values } = parseArgs({ options: { dist: { type: 'string', default: 'dist' } } });
const read = (path: string): Buffer => readFileSync(join(values.dist, path));
const compressed = (path: string): number => gzipSync(read(path), { level: 9 }).length;

/** The scripts and styles of the page and their static imports, without dynamic imports. */
function initial(): string[] {
  const html = read('index.html').toString();
  const found = new Set<string>();
  const visit = (path: string): void => {
    if (found.has(path)) return;
    found.add(path);
    if (!path.endsWith('.js')) return;
    for (const [, target = ''] of read(path)
      .toString()
      .matchAll(/(?:^|[;}\s])(?:import|export)\s*(?:[\w*{}\s,$]*?from\s*)?["'](\.[^"']+)["']/gu))
      visit(posix.join(posix.dirname(path), target));
  };
  for (const [, path = ''] of html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.(?:js|css))"/gu)) visit(path);
  return [...found];
}

/** Every file of the build. */
const all = readdirSync(values.dist, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => statSync(join(values.dist, path)).isFile());

const groups: readonly (readonly [string, (path: string) => boolean])[] = [
  ['models', (path) => path.startsWith('models/')],
  ['worlds', (path) => path.startsWith('worlds/')],
  ['recorded run', (path) => path.startsWith('recorded/')],
  ['WebAssembly', (path) => path.endsWith('.wasm')],
  ['scripts and styles', (path) => /\.(?:m?js|css)$/u.test(path)],
  ['everything else', () => true],
];

const line = (name: string, bytes: number, gzipped: number): void => {
  const kilobytes = (n: number): string => `${(n / 1000).toFixed(1)} KB`.padStart(12);
  console.log(`${name.padEnd(48)}${kilobytes(bytes)}${kilobytes(gzipped)} gz`);
};
const sum = (paths: readonly string[], of: (path: string) => number): number =>
  paths.reduce((total, path) => total + of(path), 0);
const raw = (path: string): number => statSync(join(values.dist, path)).size;

const first = initial();
for (const path of first) line(path, raw(path), compressed(path));
const needed = sum(first, compressed);
line('needed first', sum(first, raw), needed);
console.log();
const sizes = new Map(all.map((path) => [path, compressed(path)]));
for (const [name, belongs] of groups) {
  const own = all.filter((path) => groups.find(([, isIn]) => isIn(path))?.[1] === belongs);
  if (own.length > 0)
    line(
      `${name} (${own.length})`,
      sum(own, raw),
      sum(own, (path) => sizes.get(path) ?? 0),
    );
}
line(
  'the whole',
  sum(all, raw),
  sum(all, (path) => sizes.get(path) ?? 0),
);

function expectAtMost(most: number, what: string, bytes: number): void {
  if (bytes <= most) return;
  console.error(`Expected at most ${most / 1000} KB of ${what}, got ${bytes / 1000} KB.`);
  process.exitCode = 1;
}
expectAtMost(MOST, 'initial scripts and styles', needed);
expectAtMost(recordedLimits.proofCompressed, 'what the first screen shows', compressed(recordedFiles.proof));
const recorded = all.filter((path) => path.startsWith('recorded/'));
expectAtMost(recordedLimits.bytes, 'recordings', sum(recorded, raw));

const { version } = JSON.parse(readFileSync('node_modules/onnxruntime-web/package.json', 'utf8')) as {
  readonly version: string;
};
const built = all.map((path) => (/\.m?js$/u.test(path) ? { path, script: read(path).toString() } : { path }));
console.log(`\nJavaScript of onnxruntime-web ${version} is in`);
for (const path of runtimeScripts(built)) line(path, raw(path), sizes.get(path) ?? 0);
for (const other of otherRuntimes(built, version)) {
  console.error(`Expected one onnxruntime-web, ${version}, got ${other}.`);
  process.exitCode = 1;
}
