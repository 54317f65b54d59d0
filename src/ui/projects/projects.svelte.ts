/** What this browser keeps of the page's work. */
import { databaseKeyValue } from '../../store/database';
import type { KeyValue } from '../../store/key-value';
import { lasting, type Health } from '../../store/lasting';
import { projectStore, type Place } from '../../store/project-store';
import { readPage, type KeptPage } from './page-state';

export class Projects {
  /** how the browser's database stands */
  health = $state<Health>('kept');
  readonly place: Place = { project: '1', isReadOnly: false };
  /** everything of the project that is open */
  readonly store: KeyValue;

  constructor(database: KeyValue) {
    const all = lasting(database, (health) => (this.health = health));
    this.store = projectStore(all, this.place);
  }

  /** What the project keeps of the page. */
  open(): Promise<KeptPage> {
    return readPage(this.store);
  }
}

export const projects = new Projects(databaseKeyValue());
