/** How many bytes a load still has to fetch, for a button. */
import type { DeviceChoice } from '../../lab/choose-device';
import type { CatalogEntry } from './catalogue';
import { missingBytes } from './missing-bytes';

export interface LoadView {
  readonly entry: CatalogEntry | null;
  readonly backend: DeviceChoice;
  readonly isLoaded: boolean;
}

/** `bytes`: null until it is known, and where it cannot be. Called while a component is set up. */
export function missingSize(view: () => LoadView): { readonly bytes: number | null } {
  let bytes = $state<number | null>(null);
  $effect(() => {
    const { entry, backend, isLoaded } = view();
    if (!entry || isLoaded) return;
    missingBytes(entry, backend).then(
      (found) => (bytes = found),
      () => (bytes = null),
    );
  });
  return {
    get bytes() {
      return bytes;
    },
  };
}
