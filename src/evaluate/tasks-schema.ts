/** Multiple-choice tasks as they are kept: in data sets, and in a project those of the user's own files. */
import { v } from '../base/schema';

const choice = v.object({ prompt: v.string(), options: v.array(v.string()), answer: v.number() });

export const tasksSchema = v.array(v.object({ name: v.string(), items: v.array(choice) }));
