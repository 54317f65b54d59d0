/** The name of this copy of the page, under which it keeps everything in the browser. */
import { siteName } from '../../base/site';

export const site = siteName(document.baseURI);
