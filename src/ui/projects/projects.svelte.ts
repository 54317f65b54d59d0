/** What this browser keeps of the page's work. */
import { databaseKeyValue } from '../../store/database';
import { within, type KeyValue } from '../../store/key-value';
import { lasting, type Health } from '../../store/lasting';

export class Projects {
  /** how the browser's database stands */
  health = $state<Health>('kept');
  /** everything of the project that is open */
  readonly store: KeyValue;

  constructor(database: KeyValue) {
    const all = lasting(database, (health) => (this.health = health));
    this.store = within(all, 'project/1/');
  }
}

export const projects = new Projects(databaseKeyValue());
