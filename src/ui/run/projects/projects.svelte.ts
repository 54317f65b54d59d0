/** The projects saved in this browser, and the open one. */
import { databaseKeyValue } from '../../../store/database';
import type { KeyValue } from '../../../store/key-value';
import { durable, type Durable, type StoreHealth } from '../../../store/durable';
import { lockOf, take, takeLater, type Locks } from '../../../store/project-lock';
import { storeOfPlace, type Place } from '../../../store/project-store';
import { ProjectList } from '../../../store/projects';
import { site } from '../../browser/site';
import { readPage, type SavedPage } from './page-state';

export interface ProjectsInput {
  readonly database: KeyValue;
  /** absent at an insecure address */
  readonly locks: Locks | undefined;
  /** the name of this copy of the page */
  readonly site: string;
}

export class Projects {
  /** health of the browser's database, as the page finds it */
  health = $state<StoreHealth>('kept');
  /** whether the tab that had the open project is closed, while this tab does not save yet */
  isFree = $state(false);
  /** whether another tab deleted everything: this one has stopped */
  isDeleted = $state(false);
  /** the project that is open */
  place = $state.raw<Place>({ project: '1', isReadOnly: false });
  /** which projects there are */
  readonly list: ProjectList;
  /** everything of the project that is open */
  readonly store: KeyValue;

  readonly #all: Durable;

  constructor(private readonly input: ProjectsInput) {
    this.#all = durable(input.database, (health) => (this.health = health));
    this.list = new ProjectList(this.#all);
    this.store = storeOfPlace(this.#all, () => this.place);
  }

  /** Opens the last open project and resolves with its page state. Read-only if another tab has it open. */
  async open(): Promise<SavedPage> {
    const { id } = await this.list.current();
    this.place = { project: id, isReadOnly: !(await this.take(id)) };
    return readPage(this.store);
  }

  /** Locks a project for this tab; false if another tab has it. */
  take(id: string): Promise<boolean> {
    return take(lockOf(this.input.site, id), this.input.locks);
  }

  /** Resolves once the tab that has the open project is closed; never, if this tab itself has it. */
  async untilFree(): Promise<void> {
    const { place, input } = this;
    if (!place.isReadOnly || !input.locks) return new Promise(() => undefined);
    await takeLater(lockOf(input.site, place.project), input.locks);
    this.isFree = true;
  }

  /** Saves from now on, and resolves with the page state that the other tab left. */
  takeOver(): Promise<SavedPage> {
    this.isFree = false;
    this.place = { ...this.place, isReadOnly: false };
    return readPage(this.store);
  }

  /** Stops saving, until the page is loaded anew. */
  close(): void {
    this.#all.stop();
    this.place = { ...this.place, isReadOnly: true };
  }
}

export const projects = new Projects({
  database: databaseKeyValue(site),
  // Absent where the page's address is not secure, whatever the types say.
  locks: 'locks' in navigator ? navigator.locks : undefined,
  site,
});
