/** Several projects in one store: their list, and the entries of each. */
import { largest } from '../base/extremes';
import { v } from '../base/schema';
import { within, type KeyValue } from './key-value';
import { slot } from './slot';

const project = v.object({
  id: v.string(),
  /** given by the user; empty: not named yet */
  name: v.string(),
  /** when it was created, milliseconds since 1970; 0 for the first one */
  at: v.number(),
});

export type Project = v.InferOutput<typeof project>;

/** All entries of a project, by key. */
export type Entries = Readonly<Record<string, unknown>>;

const listSlot = slot('projects', v.pipe(v.array(project), v.minLength(1)));
const currentSlot = slot('current', v.string());

/** The project of a first visit. */
const FIRST: Project = { id: '1', name: '', at: 0 };

export class ProjectList {
  constructor(
    private readonly store: KeyValue,
    private readonly now: () => number = Date.now,
  ) {}

  /** In the order of creation; never empty. */
  async list(): Promise<Project[]> {
    return (await listSlot.read(this.store)) ?? [FIRST];
  }

  /** The one to open next. */
  async current(): Promise<Project> {
    const [projects, id] = [await this.list(), await currentSlot.read(this.store)];
    return projects.find((one) => one.id === id) ?? projects[0] ?? FIRST;
  }

  async choose(id: string): Promise<void> {
    await this.store.change({ put: currentSlot.put(id) });
  }

  /** A new project with `entries`, saved whole or not at all. @throws LetheError store/failed */
  async create(name: string, entries: Entries = {}): Promise<Project> {
    const projects = await this.list();
    const id = `${1 + largest(projects.map((one) => Number(one.id) || 0))}`;
    const made = { id, name, at: this.now() };
    const kept = Object.entries(entries).map(([key, value]) => [`${folder(id)}${key}`, value] as const);
    await this.store.change({ put: { ...Object.fromEntries(kept), ...listSlot.put([...projects, made]) } });
    return made;
  }

  async rename(id: string, name: string): Promise<void> {
    const projects = await this.list();
    await this.store.change({
      put: listSlot.put(projects.map((one) => (one.id === id ? { ...one, name } : one))),
    });
  }

  /** Deletes a project with everything in it. Deleting the last one leaves a new, empty one. */
  async remove(id: string): Promise<void> {
    const rest = (await this.list()).filter((one) => one.id !== id);
    const next = String(Number(id) + 1);
    const projects = rest.length > 0 ? rest : [{ ...FIRST, id: next }];
    const keys = await this.store.keys(folder(id));
    await this.store.change({ put: listSlot.put(projects), remove: keys });
  }

  async entries(id: string): Promise<Entries> {
    const store = within(this.store, folder(id));
    const keys = await store.keys('');
    return Object.fromEntries(
      await Promise.all(keys.map(async (key) => [key, await store.get(key)] as const)),
    );
  }

  /** Deletes every project, and the list of them. */
  async clear(): Promise<void> {
    await this.store.change({ remove: await this.store.keys('') });
  }
}

/** The prefix of a project's keys. */
export function folder(id: string): string {
  return `project/${id}/`;
}
