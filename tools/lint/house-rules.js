/** The project's own lint rules. Their tables are in eslint.config.js. */
import { posix, relative, sep } from 'node:path';

/** Calls `check` with the source and node of every import and re-export, including dynamic and type imports. */
function onImports(check) {
  const visit = (node) => {
    if (typeof node.source?.value === 'string') check(node.source.value, node);
  };
  return {
    ImportDeclaration: visit,
    ExportNamedDeclaration: visit,
    ExportAllDeclaration: visit,
    ImportExpression: visit,
    TSImportType: visit,
  };
}

const pathOf = (context) => relative(context.cwd, context.filename).split(sep).join('/');

/** Imports may only point to the same folder or to one before it in the list; `folderOf` returns a path's folder. */
const pointingLeft = (folderOf) => ({
  meta: { type: 'problem', schema: [{ type: 'array', items: { type: 'string' } }] },
  create(context) {
    const [order] = context.options;
    const file = pathOf(context);
    const placeOf = (path) => order.indexOf(folderOf(path) ?? '');
    const own = placeOf(file);
    if (own < 0) return {};
    return onImports((source, node) => {
      if (!source.startsWith('.')) return;
      const target = posix.join(posix.dirname(file), source);
      const other = placeOf(`${target}/`);
      if (other > own) {
        context.report({
          node,
          message: `${order[own]} may not import ${order[other]}: imports point to the left.`,
        });
      }
    });
  },
});

/** Files in src/<layer> may only import from their layer and from layers before it. */
const layers = pointingLeft((path) => /^src\/([^/]+)\//.exec(path)?.[1]);

/** The same for the folders of the page. */
const pageLayers = pointingLeft((path) => /^src\/ui\/([^/]+)\//.exec(path)?.[1]);

/** The same for the folders of the repository: tests may import tools, but not the other way round. */
const folders = pointingLeft((path) => /^([^/]+)\//.exec(path)?.[1]);

/** A library may only be imported by the file, or in the folder, that the table gives for it. */
const soleImporter = {
  meta: { type: 'problem', schema: [{ type: 'object' }] },
  create(context) {
    const [table] = context.options;
    const file = pathOf(context);
    if (!file.startsWith('src/') && !file.startsWith('workers/')) return {};
    return onImports((source, node) => {
      for (const [library, importer] of Object.entries(table)) {
        const isLibrary = source === library || source.startsWith(`${library}/`);
        if (isLibrary && !file.startsWith(importer)) {
          context.report({ node, message: `${library} is imported by ${importer} only.` });
        }
      }
    });
  },
};

/** A module of src may only be imported by the files, or in the folders, that the table lists for it. */
const importers = {
  meta: { type: 'problem', schema: [{ type: 'object' }] },
  create(context) {
    const [table] = context.options;
    const file = pathOf(context);
    return onImports((source, node) => {
      const target = posix.join(posix.dirname(file), source).replace(/\.ts$/, '');
      const allowed = source.startsWith('.') ? table[target] : undefined;
      if (!allowed || allowed.some((one) => file.startsWith(one))) return;
      context.report({ node, message: `${target} is imported by ${allowed.join(', ')} only.` });
    });
  },
};

/**
 * No comment may match any of the patterns, in scripts or in the markup of components, which ESLint's `noInlineConfig`
 * does not check.
 */
const forbiddenComments = {
  meta: { type: 'problem', schema: [{ type: 'array', items: { type: 'string' } }] },
  create(context) {
    const [patterns] = context.options;
    const check = (comment) => {
      const found = patterns.find((pattern) => new RegExp(pattern).test(comment.value));
      if (found === undefined) return;
      context.report({
        loc: comment.loc,
        message: `No comment may match /${found}/: fix its cause instead.`,
      });
    };
    return {
      Program: () => context.sourceCode.getAllComments().forEach(check),
      SvelteHTMLComment: check,
    };
  },
};

/** Functions that are given lists as arguments, by the object that they are on; `*`: any. */
const LIST_CALLS = {
  push: '*',
  unshift: '*',
  splice: '*',
  max: 'Math',
  min: 'Math',
  hypot: 'Math',
  fromCharCode: 'String',
  fromCodePoint: 'String',
};

/** The name of such a function, or null. */
function listCall({ type, object, property }) {
  if (type !== 'MemberExpression' || property.type !== 'Identifier') return null;
  const owner = Object.hasOwn(LIST_CALLS, property.name) ? LIST_CALLS[property.name] : null;
  return owner === '*' || (owner !== null && object.name === owner) ? property.name : null;
}

/** No list of unknown length may become arguments: a call with more than about 125,000 of them fails. */
const noSpreadLists = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    return {
      CallExpression({ callee, arguments: given }) {
        const name = listCall(callee);
        if (name === null) return;
        for (const node of given.filter(({ type }) => type === 'SpreadElement'))
          context.report({
            node,
            message: `${name} fails with a long list as its arguments: use base/extremes or base/append.`,
          });
      },
    };
  },
};

export const house = {
  rules: {
    layers,
    'page-layers': pageLayers,
    folders,
    'sole-importer': soleImporter,
    importers,
    'forbidden-comments': forbiddenComments,
    'no-spread-lists': noSpreadLists,
  },
};
