/** What the printable report says beside the metrics: attacks, warnings, and people's part. */
import { html, type Content } from './html';
import { metricNames, metricText } from './metric-catalogue';
import { attackNames, evaluatedVariants, type AttackName, type Report } from './report';
import { digits, numberColumns, table, texts } from './report-tables';

const attackTitles: Readonly<Record<AttackName, string>> = {
  context: 'Prompts that give context',
  paraphrase: 'Other wordings',
  bits8: 'Weights rounded to 8 bits',
  bits4: 'Weights rounded to 4 bits',
  relearning: 'Trained on a few sentences again',
};

/** A row per variant and attack: each metric under the attack, and without it in brackets. */
export function attackSection({ attacks = {}, evaluation }: Report): Content {
  const tried = attackNames.flatMap((name) => {
    const variants = attacks[name]?.voices;
    return variants ? [{ name, variants }] : [];
  });
  if (tried.length === 0) return '';
  const metrics = metricNames.filter((metric) =>
    tried.some(({ variants }) => evaluatedVariants.some((variant) => variants[variant]?.[metric])),
  );
  const rows = tried.flatMap(({ name, variants }) =>
    evaluatedVariants
      .filter((variant) => variants[variant])
      .map((variant) => [
        attackTitles[name],
        variant,
        ...metrics.map((metric) => {
          const under = variants[variant]?.[metric];
          if (!under) return '';
          return `${digits(under.agg_value)} (${digits(evaluation[variant]?.[metric]?.agg_value)})`;
        }),
      ]),
  );
  const titles = metrics.map((metric) => metricText(metric).title);
  return html`<section>
    <h2>Can it be brought back?</h2>
    <p class="muted">Each figure under the attack; in brackets, over all prompts without it.</p>
    ${table([...texts('attack', 'voice'), ...numberColumns(...titles)], rows)}
  </section>`;
}

export function warningSection({ warnings = [] }: Report): Content {
  return warnings.map(
    ({ kind, step, value, limit }) =>
      html`<p>
        <strong>Warning:</strong> at step ${step} of the training ${kind} was ${digits(value)}, above its
        limit of ${digits(limit)}.
      </p>`,
  );
}

/** A row per task that people worked on. */
export function humanSection({ human = [] }: Report): Content {
  if (human.length === 0) return '';
  const rows = human.map(({ task, decisions, annotators, answered, changed, agreement }) => [
    task,
    annotators.map(({ annotator }) => annotator).join(', '),
    decisions,
    answered,
    changed,
    agreement ? `${digits(agreement.alpha)} (${agreement.reliability})` : '–',
  ]);
  const columns = numberColumns('decisions', 'answered items', 'of them changed', 'Krippendorff’s alpha');
  return html`<section>
    <h2>People had a hand in this run</h2>
    ${table([...texts('task', 'from'), ...columns], rows)}
  </section>`;
}
