/** Several projects beside each other in one store: which there are, and everything that each keeps. */
import { v } from '../base/schema';
import { within, type KeyValue } from './key-value';
import { slot } from './slot';

const project = v.object({
  id: v.string(),
  /** as the user calls it; empty: not named yet */
  name: v.string(),
  /** when it was made, milliseconds since 1970; 0 for the one that was always there */
  at: v.number(),
});

export type Project = v.InferOutput<typeof project>;

/** Everything a project keeps, by key. */
export type Entries = Readonly<Record<string, unknown>>;

const listSlot = slot('projects', v.pipe(v.array(project), v.minLength(1)));
const currentSlot = slot('current', v.string());

/** Whoever comes for the first time has this one. */
const FIRST: Project = { id: '1', name: '', at: 0 };

export class ProjectList {
  constructor(
    private readonly store: KeyValue,
    private readonly now: () => number = Date.now,
  ) {}

  /** In the order they were made; never empty. */
  async list(): Promise<Project[]> {
    return (await listSlot.read(this.store)) ?? [FIRST];
  }

  /** The one that is opened next. */
  async current(): Promise<Project> {
    const [projects, id] = [await this.list(), await currentSlot.read(this.store)];
    return projects.find((one) => one.id === id) ?? projects[0] ?? FIRST;
  }

  async choose(id: string): Promise<void> {
    await this.store.change({ put: currentSlot.put(id) });
  }

  /** A new project that keeps `entries`, all of it or nothing. @throws LetheError store/failed */
  async create(name: string, entries: Entries = {}): Promise<Project> {
    const projects = await this.list();
    const id = `${1 + Math.max(...projects.map((one) => Number(one.id) || 0))}`;
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

  /** Deletes a project with everything in it. After the last one there is a new, empty one. */
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

  /** Deletes every project, and that there were any. */
  async clear(): Promise<void> {
    await this.store.change({ remove: await this.store.keys('') });
  }
}

/** How the keys of a project begin. */
export function folder(id: string): string {
  return `project/${id}/`;
}
