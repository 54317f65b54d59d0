/** Saves the project that is open as a file. */
import { t } from '../../i18n/i18n.svelte';
import { exportProject } from './project-actions';
import { projects } from './projects.svelte';

/** @throws LetheError if the browser cannot read it */
export async function saveOpenProject(): Promise<void> {
  const project = await projects.list.current();
  await exportProject(projects, project, project.name || t('projects.unnamed', { id: project.id }));
}
