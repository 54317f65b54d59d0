/** Room for a model in this browser. */
import { storageUse } from '../../../base/browser';
import { fail } from '../../../store/errors';

const megabytes = (count: number): string => `${count} MB`;

/** `needs`: bytes that are still to be kept. @throws LetheError model/no-room */
export async function checkRoom(needs: number): Promise<void> {
  const use = await storageUse();
  const free = use ? use.most - use.used : Number.POSITIVE_INFINITY;
  if (needs > free)
    fail('model/no-room', {
      needs: megabytes(Math.ceil(needs / 1e6)),
      free: megabytes(Math.floor(Math.max(0, free) / 1e6)),
    });
}

/** So that the browser does not clear what it keeps when space runs low; it may refuse. */
export async function askToPersist(): Promise<void> {
  const { storage } = globalThis.navigator as { readonly storage?: Partial<StorageManager> };
  await storage?.persist?.().catch(() => false);
}
