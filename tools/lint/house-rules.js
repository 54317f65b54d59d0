/** The project's own lint rules. Their tables are in eslint.config.js. */
import { posix, relative, sep } from 'node:path';

/** Calls `check` with the source and node of everything a file imports or re-exports, on demand and as a type too. */
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

/** An import may only point to the same folder or to one before it in the list; `folderOf` finds a path's folder. */
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

/** src/<layer>/… may import only its own layer and layers before it. */
const layers = pointingLeft((path) => /^src\/([^/]+)\//.exec(path)?.[1]);

/** The same for the folders of the repository: tests may use tools, never the other way round. */
const folders = pointingLeft((path) => /^([^/]+)\//.exec(path)?.[1]);

/** A library may be imported only by the file (or below the folder) that the table names. */
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

/**
 * No comment may match one of the patterns, in scripts and in the markup of components. ESLint's `noInlineConfig`
 * does not see the markup.
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

export const house = {
  rules: { layers, folders, 'sole-importer': soleImporter, 'forbidden-comments': forbiddenComments },
};
