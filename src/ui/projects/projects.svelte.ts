/** The projects saved in this browser, and the open one. */
import { databaseKeyValue } from '../../store/database';
import type { KeyValue } from '../../store/key-value';
import { durable, type StoreHealth } from '../../store/durable';
import { takeProject, type Locks } from '../../store/project-lock';
import { storeOfPlace, type Place } from '../../store/project-store';
import { ProjectList } from '../../store/projects';
import { readPage, type SavedPage } from './page-state';

export class Projects {
  /** health of the browser's database */
  health = $state<StoreHealth>('kept');
  /** the project that is open */
  place = $state.raw<Place>({ project: '1', isReadOnly: false });
  /** which projects there are */
  readonly list: ProjectList;
  /** everything of the project that is open */
  readonly store: KeyValue;

  constructor(
    database: KeyValue,
    private readonly locks: Locks | undefined,
  ) {
    const all = durable(database, (health) => (this.health = health));
    this.list = new ProjectList(all);
    this.store = storeOfPlace(all, () => this.place);
  }

  /** Opens the last open project and resolves with its page state. Read-only if another tab has it open. */
  async open(): Promise<SavedPage> {
    const { id } = await this.list.current();
    this.place = { project: id, isReadOnly: !(await takeProject(id, this.locks)) };
    return readPage(this.store);
  }

  /** Stops saving, before the page reloads. */
  close(): void {
    this.place = { ...this.place, isReadOnly: true };
  }
}

// Absent where the page's address is not secure, whatever the types say.
const locks = 'locks' in navigator ? navigator.locks : undefined;
export const projects = new Projects(databaseKeyValue(), locks);
