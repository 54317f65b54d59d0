/** Prompts as they are kept: in data sets, and in a project those of the user's own file. */
import { v } from '../base/schema';

export const promptSchema = v.object({
  prompt: v.string(),
  references: v.array(v.string()),
  /** 1: the prompt clearly refers to the text … 10: it hardly hints at it; null: not given */
  subtlety: v.nullish(v.number(), null),
});

/** A file of the user's, by its name, with what was not valid in it. */
export const promptFileSchema = v.object({
  name: v.string(),
  prompts: v.array(promptSchema),
  rejected: v.array(v.object({ line: v.number(), reason: v.string() })),
});
