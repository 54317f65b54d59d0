/** The entry of the page that may use the network, beside the one that may not (tools/site/connected-page.ts). */
export const CONNECTED = 'connected.html';
