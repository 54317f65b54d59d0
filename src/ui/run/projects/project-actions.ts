/** The actions on projects; those that change the open one end by reloading the page. */
import { fail } from '../../../store/errors';
import { MOST_BYTES, readArchive, writeArchive } from '../../../store/archive';
import type { Project } from '../../../store/projects';
import { ownModels } from '../../browser/page-source';
import { save } from '../../browser/save';
import { checkProject } from './check-project';
import { clearBrowser } from './clear-browser';
import type { Projects } from './projects.svelte';
import { stopAllTabs } from './tabs';

export async function openProject(projects: Projects, id: string): Promise<void> {
  await projects.list.choose(id);
  projects.close();
  location.reload();
}

/** A copy with everything in it. `name`: the copy's */
export async function duplicateProject(projects: Projects, { id }: Project, name: string): Promise<void> {
  await projects.list.create(name, await projects.list.entries(id));
}

/** @throws LetheError project/elsewhere if another tab has it open */
export async function deleteProject(projects: Projects, { id }: Project, name: string): Promise<void> {
  const isOpen = id === projects.place.project;
  const isOurs = isOpen ? !projects.place.isReadOnly : await projects.take(id);
  if (!isOurs) fail('project/elsewhere', { name });
  if (isOpen) projects.close();
  await projects.list.remove(id);
  if (isOpen) location.reload();
}

export async function exportProject(projects: Projects, { id }: Project, name: string): Promise<void> {
  const zip = writeArchive({ name, entries: await projects.list.entries(id) });
  save(`${fileName(name)}.lethe.zip`, new Blob([zip], { type: 'application/zip' }));
}

/** @throws LetheError project/invalid; then nothing is changed */
export async function importProject(projects: Projects, file: File): Promise<Project> {
  if (file.size > MOST_BYTES) {
    const [expected, got] = [MOST_BYTES, file.size].map((bytes) => `${Math.ceil(bytes / 2 ** 20)} MB`);
    fail('project/invalid', { file: file.name, expected: `at most ${expected ?? ''}`, got: got ?? '' });
  }
  const { name, entries } = readArchive(file.name, new Uint8Array(await file.arrayBuffer()));
  checkProject(file.name, entries);
  return projects.list.create(name, entries);
}

/** Deletes all of the page's data in this browser, including cached files. */
export async function deleteEverything(projects: Projects): Promise<void> {
  await stopAllTabs();
  projects.close();
  await projects.list.clear();
  await ownModels().clear();
  await clearBrowser();
  location.reload();
}

/** The name without characters that file names may not contain. */
function fileName(name: string): string {
  return name.replace(/[^\p{L}\p{N} _-]+/gu, ' ').trim() || 'project';
}
