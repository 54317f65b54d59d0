/** A component under test may be of any part of the page: all English texts are there. */
import { later } from '../../src/ui/i18n/en/later';
import { addEnglish } from '../../src/ui/i18n/i18n.svelte';

addEnglish(later);
