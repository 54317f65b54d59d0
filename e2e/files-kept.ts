import type { Page } from '@playwright/test';

/** Names of all files in the browser’s own file system. */
export const filesKept = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const names: string[] = [];
    const walk = async (folder: FileSystemDirectoryHandle): Promise<void> => {
      for await (const handle of folder.values())
        if (handle.kind === 'file') names.push(handle.name);
        else await walk(await folder.getDirectoryHandle(handle.name));
    };
    await walk(await navigator.storage.getDirectory());
    return names;
  });
