/** The programs of tools/cluster with what they require and how to start them, as text that the page brings. */
import { textFile, type ExportedFile } from '../../../exchange/exported-file';

const sources = import.meta.glob<string>('../../../../tools/cluster/*.{md,py,txt,yaml}', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export function bundledPrograms(): ExportedFile[] {
  const named = Object.entries(sources).map(
    ([path, text]) => [path.slice(path.lastIndexOf('/') + 1), text] as const,
  );
  return named.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, text]) => textFile(name, text));
}
