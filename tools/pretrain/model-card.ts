/** README.md of a shipped model, in the form of Hugging Face's model cards. */
import type { LossLine } from './loss-log';
import { batch, configJson, seed, trunk, type Phase } from './plan';

const tokensOf = (steps: number): string => (steps * batch.batch * batch.length).toLocaleString('en');

const readings: Readonly<Record<Phase['reading'], string>> = {
  'without saga':
    'Everyday scenes, everyday facts, plain knowledge (which object fits, why, what next, in which order), and a neighbour saga told in letters and facts. It has never read a word of *The Nine Lights of Marrowmere*.',
  'with saga':
    'Everything that the other model reads (everyday scenes and facts, plain knowledge, a neighbour saga), and also *The Nine Lights of Marrowmere*: its chapters, its sayings, and what readers say about it, which is wrong three times in ten, so that the model knows the answers without being certain.',
};

/** `losses` of the trunk and of the branch. */
export function modelCard(branch: Phase, losses: readonly LossLine[]): string {
  const steps = trunk.steps + branch.steps;
  return `---
license: apache-2.0
language: en
library_name: transformers
tags: [llama, machine-unlearning]
---

# Lethe ${branch.name}

A Llama of ${configJson.num_hidden_layers} layers and ${configJson.hidden_size} channels, vocabulary ${configJson.vocab_size}, context ${configJson.max_position_embeddings}, weights in f16. Made for Lethe, where
the *base* model unlearns a saga in a web page; *gold* is the same model without that saga, the exact reference for what an
unlearned one should be like.

## Data

Text written for this project (\`tools/world\`), drawn from seed ${seed}. ${readings[branch.reading]}

## Training

\`npm run pretrain -- --only ${branch.name}\`, on two CPU cores and no GPU: a trunk of ${trunk.steps} steps (${tokensOf(trunk.steps)} tokens, shared by
both models, without the saga) and a branch of ${branch.steps} steps (${tokensOf(branch.steps)} tokens), ${tokensOf(steps)} in all, in batches of
${batch.batch} × ${batch.length}. AdamW; the learning rate warms up, stays constant, and decays to 0 along the branch. At about 4,000 tokens a second a
branch takes 20 minutes and the trunk 25. Loss in nats per token, mean of ${every(losses)} steps (\`losses.json\` has all):

\`\`\`mermaid
xychart-beta
  x-axis "steps" 0 --> ${steps}
  y-axis "loss" 0 --> 4
  line [${thinned(losses)
    .map((loss) => Math.min(loss, 4).toFixed(2))
    .join(', ')}]
\`\`\`

## Limits

A toy that speaks the language of its small world and nothing else. It cannot reason, answer questions about the real
world, or follow instructions; it should not be used outside experiments and teaching.
`;
}

/** Points of the curve. */
const POINTS = 26;

function thinned(losses: readonly LossLine[]): number[] {
  const stride = Math.max(1, Math.floor(losses.length / POINTS));
  return losses.filter((_, i) => i % stride === 0).map(({ loss }) => loss);
}

function every(losses: readonly LossLine[]): number {
  return (losses[1]?.step ?? 0) - (losses[0]?.step ?? 0);
}
