/** What a model does in the tab: it finds names in a text, or writes one that goes on. */
export const tabTasks = ['names', 'text'] as const;
export type TabTask = (typeof tabTasks)[number];
