/** Chromium alone asks; elsewhere, handles are of the browser's own file system. */
type Askable = FileSystemFileHandle & {
  readonly requestPermission?: (how: { readonly mode: 'read' }) => Promise<unknown>;
};

/** Asks for the permission to read files on disk again, while the user is pressing a button. */
export async function askFor(handles: readonly Askable[]): Promise<void> {
  for (const handle of handles) await handle.requestPermission?.({ mode: 'read' });
}
