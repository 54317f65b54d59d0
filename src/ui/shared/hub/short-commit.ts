/** A commit as people write it. */
export const shortCommit = ({ commit }: { readonly commit: string }): string => commit.slice(0, 7);
