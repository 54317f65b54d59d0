/** The entry of the page that may ask other hosts (tools/site/connected.ts), beside the one that may not. */

/** Its file, beside index.html. */
export const CONNECTED = 'connected.html';

/** Whether an address is that of the entry that may ask other hosts. */
export const isConnected = ({ pathname }: { readonly pathname: string }): boolean =>
  pathname.endsWith(`/${CONNECTED}`);
