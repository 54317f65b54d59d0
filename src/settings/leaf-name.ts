/** The one name of a setting in a group: `steps` of `unlearn` is `unlearnSteps`. */
export function leafName<G extends string, L extends string>(group: G, leaf: L): `${G}${Capitalize<L>}` {
  return `${group}${capital(leaf)}`;
}

function capital<L extends string>(word: L): Capitalize<L> {
  return (word.charAt(0).toUpperCase() + word.slice(1)) as Capitalize<L>;
}
