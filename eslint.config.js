import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import { house } from './tools/lint/house-rules.js';

/** The layers of src, left to right: an import may only point to the left. */
const layers = [
  'base',
  'graph',
  'autodiff',
  'llama',
  'runtime',
  'files',
  'model',
  'text',
  'language',
  'settings',
  'pipeline',
  'methods',
  'unlearn',
  'evaluate',
  'review',
  'assist',
  'store',
  'hub',
  'exchange',
  'lab',
  'recorded',
  'bridge',
  'ui',
];

/** The folders of src/ui, left to right likewise: what all places of the page share, then the places themselves. */
const pageLayers = [
  'i18n',
  'browser',
  'address',
  'kit',
  'run',
  'shared',
  'frame',
  'see',
  'how',
  'runs',
  'review',
  'lab',
  'demo',
  'gallery',
];

/** The folders of the repository, left to right likewise. */
const folders = ['src', 'workers', 'tools', 'e2e'];

/** Each outside library of src is imported by one file (or by the files with this name's beginning). */
const soleImporters = {
  'pure-rand': 'src/base/prng.ts',
  '@noble/hashes': 'src/base/hash',
  valibot: 'src/base/schema.ts',
  papaparse: 'src/base/csv.ts',
  'jsonc-parser': 'src/base/json-tokens.ts',
  pbf: 'src/graph/onnx/messages.ts',
  'onnxruntime-web': 'src/runtime/ort-web',
  'onnxruntime-node': 'src/runtime/node.ts',
  'onnxruntime-common': 'src/runtime/',
  '@huggingface/tokenizers': 'src/files/tokenizer.ts',
  '@huggingface/transformers': 'src/assist/tab/transformers',
  '@huggingface/gguf': 'src/files/gguf/read-gguf.ts',
  '@huggingface/jinja': 'src/files/render-chat.ts',
  comlink: 'src/bridge/',
  uplot: 'src/ui/kit/charts/curve.ts',
  i18next: 'src/ui/i18n/',
  'd3-scale': 'src/ui/kit/charts/scales.ts',
  'd3-shape': 'src/ui/kit/charts/shapes.ts',
  'idb-keyval': 'src/store/',
  fflate: 'src/store/archive',
  stemmer: 'src/evaluate/stem.ts',
  compromise: 'src/language/compromise.ts',
  'eventsource-parser': 'src/assist/endpoint/server-events.ts',
  chardet: 'src/text/reading/detect-encodings.ts',
  htmlparser2: 'src/text/reading/html.ts',
  uqr: 'src/ui/demo/qr/modules.ts',
};

/**
 * Components take the values that they show and report what the user does. Only the files that compose the page know the
 * whole run.
 */
const knowTheRun = [
  'src/ui/App.svelte',
  'src/ui/lab/Lab.svelte',
  'src/ui/lab/Screen.svelte',
  'src/ui/runs/RunsPlace.svelte',
  'src/ui/run/',
];
const importers = {
  // Whatever else runs the method may choose settings by its figures, and must not see those of the test items.
  'tools/world/check/method': ['tools/world/check/'],
  'src/ui/run/run-controller': knowTheRun,
  'src/ui/run/run-state.svelte': [...knowTheRun, 'src/ui/run/projects/remember.svelte.ts'],
};

/** What is imported later may fail to come: these functions import again, where a bare import would keep the failure. */
const keptFailure = {
  selector:
    'ImportExpression[source.type=Literal]' +
    ':not(CallExpression[callee.name=/^(part|once|startable)$/] *):not(SvelteAttribute[key.name=load] *)',
  message: 'Import it in `part`, which tries again and says what is missing.',
};

/** A component that copies a prop into its state shows the old value: derive it, or let the owner hold it. */
const forbiddenComments = ['svelte-ignore[^]*state_referenced_locally', 'eslint-disable'];

export default ts.config(
  { ignores: ['dist', 'node_modules', '.cache', 'test-results', 'playwright-report'] },
  js.configs.recommended,
  ts.configs.strictTypeChecked,
  ts.configs.stylisticTypeChecked,
  svelte.configs.recommended,
  {
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' },
    languageOptions: {
      globals: { ...globals.browser, ...globals.node },
      parserOptions: {
        projectService: { allowDefaultProject: ['eslint.config.js', 'tools/lint/house-rules.js'] },
        extraFileExtensions: ['.svelte'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: { house },
    rules: {
      'house/layers': ['error', layers],
      'house/page-layers': ['error', pageLayers],
      'house/folders': ['error', folders],
      'house/sole-importer': ['error', soleImporters],
      'house/importers': ['error', importers],
      'house/forbidden-comments': ['error', forbiddenComments],
      'house/no-spread-lists': 'error',
      'max-lines': ['error', 300],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Take a Prng as an argument.' },
      ],
      'no-restricted-syntax': ['error', keptFailure],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { ignoreRestSiblings: true, argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // There are no enums to mix up, and looking for them takes a tenth of the time.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      // Empty object types stand for "no attributes"; `void` results are jobs without a result.
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/consistent-type-definitions': 'off',
    },
  },
  { files: ['**/*.svelte', '**/*.svelte.ts'], languageOptions: { parserOptions: { parser: ts.parser } } },
  {
    files: ['**/*.js'],
    extends: [ts.configs.disableTypeChecked],
    rules: { '@typescript-eslint/explicit-module-boundary-types': 'off' },
  },
  {
    files: ['**/*.test.ts', 'tools/**', 'e2e/**'],
    rules: { '@typescript-eslint/explicit-module-boundary-types': 'off', 'no-restricted-syntax': 'off' },
  },
  { files: ['**/*.test.ts', 'e2e/**'], rules: { 'house/no-spread-lists': 'off' } },
);
