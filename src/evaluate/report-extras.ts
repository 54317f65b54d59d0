/** The other sections of the printable report: attacks, warnings and human input. */
import { attackFigures } from './attack-catalogue';
import { figureOf } from './figures';
import { html, type Content } from './html';
import { metricNames } from './metric-catalogue';
import { attackNames, evaluatedVariants, type Report } from './report';
import { digits, numberColumns, table, texts } from './report-tables';

/** A row per variant and attack: each metric under the attack, and in brackets without it. */
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
        attackFigures[name].title,
        variant,
        ...metrics.map((metric) => {
          const under = variants[variant]?.[metric];
          if (!under) return '';
          return `${digits(under.agg_value)} (${digits(evaluation[variant]?.[metric]?.agg_value)})`;
        }),
      ]),
  );
  const titles = metrics.map((metric) => figureOf(metric).title);
  return html`<section>
    <h2>Under each attack</h2>
    <p class="muted">Each metric under the attack; in brackets, without it, over all prompts.</p>
    ${table([...texts('attack', 'variant'), ...numberColumns(...titles)], rows)}
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

export function leftOutSection({ leftOut }: Report): Content {
  if (!leftOut) return '';
  const { count, first, tokens, most } = leftOut;
  return html`<p>
    <strong>Not asked:</strong> ${count} questions are longer than the ${most} tokens that the model takes.
    The first of them, with its answer, has ${tokens}: “${first}”
  </p>`;
}

/** A row per review task. */
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
  const columns = numberColumns('decisions', 'answered items', 'changed', 'Krippendorff’s alpha');
  return html`<section>
    <h2>Human input</h2>
    ${table([...texts('task', 'reviewers'), ...columns], rows)}
  </section>`;
}
