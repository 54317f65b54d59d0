/**
 * Keeps what other scripts import out of the entry scripts of page and workers, and fails the build if one imports an
 * entry all the same: WebKit evaluates an entry a second time when a lazily loaded script imports it.
 */
import type { Plugin } from 'vite';

/** What the check needs to know of a script of the build. */
export interface Script {
  readonly fileName: string;
  readonly isEntry: boolean;
  readonly imports: readonly string[];
  readonly dynamicImports: readonly string[];
}

/** "a.js imports b.js" for every import of an entry. */
export function importedEntries(scripts: readonly Script[]): string[] {
  const entries = new Set(scripts.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName));
  return scripts.flatMap(({ fileName, imports, dynamicImports }) =>
    [...imports, ...dynamicImports]
      .filter((target) => entries.has(target))
      .map((target) => `${fileName} imports ${target}`),
  );
}

/** For the page, and separately for its workers. */
export function wholeEntries(): Plugin {
  return {
    name: 'whole-entries',
    apply: 'build',
    // Shared code then moves to a script beside the entry. Set here, because Vite has an option of its own for workers.
    options: (options) => ({ ...options, preserveEntrySignatures: 'strict' }),
    generateBundle(_, bundle) {
      const found = importedEntries(Object.values(bundle).filter((output) => output.type === 'chunk'));
      if (found.length > 0) this.error(`No script may import an entry script: ${found.join('; ')}`);
    },
  };
}
