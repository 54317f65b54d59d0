/** The stages: what each is for, what to try, and why it works. */
import { stageTitles } from '../../../pipeline/stage-titles';

export const stages = {
  tryThis: 'Try this:',
  why: 'Why',
  paper: 'The passage in the paper',
  text: {
    title: 'Text',
    passage: '“Introduction”',
    purpose: 'What the model is to forget: a text that it knows.',
    tryThis: 'Read a page of it, then ask the baseline about it in the panel “Ask”.',
    why: 'Unlearning begins from a text, not from a list of facts: whatever the text taught is to go, and everything else is to stay. What perfect forgetting looks like is shown by a model that never read the text: the gold model of the shipped text, or, for a text of your own, the model before it reads it.',
  },
  anchors: {
    title: 'Anchors',
    passage: '“Obtaining generic predictions by using anchored terms”',
    purpose:
      'The terms that only this text has, and a generic translation for each. The baseline will read the text with the translations in their place.',
    tryThis:
      'Remove an anchor term, run Labels again, and find the place where its label turns back into the name.',
    why: 'A model that sees a name from the text answers with what it knows of it. One that sees a common name has nothing to remember, and answers as a reader would who never saw the text.',
  },
  read: {
    title: stageTitles.read,
    passage: '“Introduction”',
    purpose:
      'Train the model on your text until it knows it. What it is then is the baseline: the model that is to forget.',
    tryThis: 'Ask the baseline the beginning of one of your sentences before and after it has read the text.',
    why: 'A model that never read a text has nothing of it to forget. The paper begins with a model that had read its books; a text of your own has to be read first. And the model as it was before is what perfect forgetting looks like.',
  },
  reinforce: {
    title: stageTitles.reinforce,
    passage: '“Obtaining generic predictions via reinforcement bootstrapping”',
    purpose:
      'Train the baseline a little more on the text. Where the reinforced model grows surer than the baseline, the text itself is speaking.',
    tryThis: 'Run it with a tenth of the steps, and look at how much less equation 1 then moves the labels.',
    why: 'No dictionary reaches a motto or a rule of a game in ordinary words. The difference between the two models does: what training on the text raises is what the text teaches.',
  },
  label: {
    title: stageTitles.label,
    passage: '“Combining it all together”',
    purpose:
      'Ask what a reader who never saw the text would say next: the baseline reads the generic translation, and equation 1 takes away what the reinforced model expects.',
    tryThis: 'Pin a token, then move α from 0 to 20: the ticks on the strip show where its label flips.',
    why: 'v_generic = v_baseline − α·ReLU(v_reinforced − v_baseline). The ReLU leaves alone whatever the reinforced model does not raise; α says how hard to push down the rest. The strongest token that remains is the generic label.',
  },
  /** the rest is among the words of each method */
  unlearn: { title: stageTitles.unlearn },
  evaluate: {
    title: stageTitles.evaluate,
    passage: '“Evaluation methodology”',
    purpose:
      'Did it forget, and only that? The same questions to the model before and after and, where there is one, to a model that never read the text.',
    tryThis:
      'Open a figure to see the completions behind it, and look for one that the rules graded wrongly.',
    why: 'Forgetting is easy if everything else may break. So every figure of forgetting stands beside one of ability, and a model that never read the text, where there is one, says how far forgetting can go.',
  },
  review: {
    title: 'Review',
    passage: '“Conclusion”',
    purpose: 'Three places where people correct the machine: the anchor terms, the labels, the grades.',
    tryThis: 'Reject the everyday words in the drafted dictionary, then run the stages after it again.',
    why: 'A machine drafts quickly and errs in its own ways: it takes common words for names, labels badly where it is unsure, and grades by rules. A person sees each at a glance.',
  },
};
