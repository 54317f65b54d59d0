/** The documents of the repository, and what they name: files, links and commands. Paths are from the root. */
import { readFileSync, readdirSync } from 'node:fs';
import { posix } from 'node:path';

export interface Document {
  readonly path: string;
  readonly text: string;
}

/** Read on every use: a test runs in the repository's root. */
export function documents(): Document[] {
  const inDocs = readdirSync('docs').filter((name) => name.endsWith('.md'));
  return ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...inDocs.map((name) => `docs/${name}`)].map(
    (path) => ({ path, text: readFileSync(path, 'utf8') }),
  );
}

const CODE_SPAN = /`([^`\n]+)`/g;
const FOLDERS = /^(?:src|workers|tools|e2e|public|docs|\.github|\.ci)\//;
const ROOT_FILE = /^[\w.-]+\.(?:md|json|html|config\.[jt]s)$/;

/**
 * Every file or folder in a code span. A placeholder (`src/methods/<name>.ts`) or a pattern (`src/*.ts`) counts as the
 * folder before it.
 */
export function namedPaths({ text }: Document): string[] {
  const spans = [...text.matchAll(CODE_SPAN)].map(([, span = '']) => span);
  return spans
    .filter((span) => FOLDERS.test(span) || ROOT_FILE.test(span))
    .map((span) => (/[<*]/.test(span) ? posix.dirname(span.slice(0, span.search(/[<*]/)) + '_') : span));
}

/** Every link to another place of the repository. */
export function localLinks({ path, text }: Document): { readonly file: string; readonly heading: string }[] {
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  return targets
    .filter((target) => !/^\w+:/.test(target))
    .map((target) => {
      const [file = '', heading = ''] = target.split('#');
      return { file: file === '' ? path : posix.join(posix.dirname(path), file), heading };
    });
}

/** The anchors of a document's headings, as code hosts make them. */
export function headings(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** Every `npm run` script, and `start` and `test`, which need no `run`. */
export function npmScripts({ text }: Document): string[] {
  return [...text.matchAll(/\bnpm (?:run ([\w:-]+)|(start|test)\b)/g)].map(
    ([, run, short = '']) => run ?? short,
  );
}
