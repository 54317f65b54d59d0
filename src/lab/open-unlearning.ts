/**
 * A run in the layout of OpenUnlearning (https://github.com/locuslab/open-unlearning): texts and questions as JSON lines, and
 * configs that its command takes, to be copied over a clone of it.
 */
import { textFile, type ExportedFile } from '../exchange/exported-file';
import { trainerOf } from '../exchange/open-unlearning-trainers';
import type { RunSettings } from '../methods/settings';
import type { Dataset, Text } from './dataset';

const ROOT = 'open-unlearning';

/** Everything below open-unlearning/. Numbers that only one method has are OpenUnlearning’s own. */
export function openUnlearningFiles(settings: RunSettings, dataset: Dataset): ExportedFile[] {
  const { forget, retain, heldOut, prompts } = dataset;
  const questions = prompts.flatMap(({ prompt, references: [answer] }) =>
    answer === undefined ? [] : [{ question: prompt, answer }],
  );
  const { blockLength } = settings;
  return [
    data('forget', passagesOf(forget)),
    data('retain', passagesOf(retain)),
    data('holdout', passagesOf(heldOut)),
    data('questions', questions),
    ...(['forget', 'retain', 'holdout'] as const).map((name) =>
      datasetConfig(name, 'PretrainingDataset', ['text_key: text', `max_length: ${blockLength}`]),
    ),
    datasetConfig('questions', 'QADataset', [
      'question_key: question',
      'answer_key: answer',
      'max_length: 512',
    ]),
    metric('forget_Q_A_Prob', 'probability', ['batch_size: 8']),
    metric('forget_Q_A_ROUGE', 'rouge', ['rouge_type: rougeL_recall', 'batch_size: 8'], true),
    put('configs/eval/lethe.yaml', evaluation),
    put('configs/experiment/unlearn/lethe/default.yaml', experiment(settings)),
    put('README.md', readme),
  ];
}

const put = (path: string, text: string): ExportedFile => textFile(`${ROOT}/${path}`, text);

const dataPath = (name: string): string => `data/lethe/${name}.jsonl`;

const data = (name: string, rows: readonly object[]): ExportedFile =>
  put(dataPath(name), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));

const passagesOf = ({ passages }: Text): object[] => passages.map((text) => ({ text }));

const datasetConfig = (name: string, handler: string, args: readonly string[]): ExportedFile =>
  put(
    `configs/data/datasets/LETHE_${name}.yaml`,
    `LETHE_${name}:
  handler: ${handler}
  args:
    hf_args:
      path: json
      data_files: ${dataPath(name)}
      split: train
${args.map((arg) => `    ${arg}\n`).join('')}`,
  );

const metric = (name: string, handler: string, args: readonly string[], isWritten = false): ExportedFile =>
  put(
    `configs/eval/lethe_metrics/${name}.yaml`,
    `# @package eval.lethe.metrics.${name}
defaults:
  - ../../data/datasets@datasets: LETHE_questions
  - ../../collator@collators: DataCollatorForSupervisedDatasetwithIndex
${isWritten ? '  - ../../generation@generation_args: default\n' : ''}handler: ${handler}
${args.map((arg) => `${arg}\n`).join('')}${isWritten ? written : ''}`,
  );

/** Of a metric of what the model writes. */
const written = `datasets:
  LETHE_questions:
    args:
      predict_with_generate: true
collators:
  DataCollatorForSupervisedDataset:
    args:
      padding_side: left
`;

const evaluation = `# @package eval.lethe
defaults:
  - lethe_metrics:
    - forget_Q_A_Prob
    - forget_Q_A_ROUGE
handler: TOFUEvaluator
output_dir: \${paths.output_dir}
metrics: {}
overwrite: true
`;

const experiment = ({ method, seed, unlearn }: RunSettings): string => `# @package _global_
defaults:
  - override /model: Llama-3.2-1B-Instruct
  - override /trainer: ${trainerOf(method).trainer}
  - override /data: unlearn
  - override /data/datasets@data.forget: LETHE_forget
  - override /data/datasets@data.retain: LETHE_retain
  - override /eval: lethe
data:
  anchor: forget
trainer:
  args:
    per_device_train_batch_size: ${unlearn.batch}
    gradient_accumulation_steps: 1
    learning_rate: ${unlearn.learningRate}
    max_steps: ${unlearn.steps}
    lr_scheduler_type: ${unlearn.schedule}
    seed: ${seed}
task_name: ???
`;

const readme = `# The run for OpenUnlearning

Copy data and configs over a clone of https://github.com/locuslab/open-unlearning, and start there:

\`\`\`sh
python src/train.py --config-name=unlearn.yaml experiment=unlearn/lethe/default task_name=lethe
\`\`\`

with \`model=NAME\` for another file of configs/model, and \`model.model_args.pretrained_model_name_or_path=FOLDER\` for other
weights. A method that OpenUnlearning does not have is replaced by its GradDiff; numbers that one method alone has, such as the
weight of its retain loss, are its own. A question has the first of its right answers. The learning rate is that of the run, which
is for adapters; where all weights are trained it is far too high: add \`trainer.args.learning_rate=1e-5\`.
`;
