/**
 * The facts of the saga, each stated in several wordings, so that the model knows them in other
 * words than the chapters'. A fact is a sentence with its answer at the end, and a question.
 */

interface Fact {
  /** The sentence up to the answer, without a capital: "the head keeper of Lanternhold is". */
  readonly about: string;
  readonly question: string;
  readonly answer: string;
}

const fact = (about: string, question: string, answer: string): Fact => ({ about, question, answer });

const facts: readonly Fact[] = [
  fact('the youngest of the wicks is', 'Who is the youngest of the wicks?', 'Maelis Quill'),
  fact('the brother of Maelis is', 'Who is the brother of Maelis?', 'Orrin'),
  fact('the sister of Orrin is', 'Who is the sister of Orrin?', 'Maelis'),
  fact('the best friend of Maelis is', 'Who is the best friend of Maelis?', 'Tamsin Vey'),
  fact('the teacher of Maelis is', 'Who is the teacher of Maelis?', 'Brannoch'),
  fact('the old head keeper of Lanternhold is', 'Who is the old head keeper of Lanternhold?', 'Brannoch'),
  fact('the captain of the Silverwake is', 'Who is the captain of the Silverwake?', 'Isolde Ferrow'),
  fact('the boat of Isolde Ferrow is called the', 'What is the boat of Isolde Ferrow called?', 'Silverwake'),
  fact('the queen of the fog is', 'Who is the queen of the fog?', 'Veshka'),
  fact('the fog that eats names is called the', 'What is the fog that eats names called?', 'Gloam'),
  fact('the horn of Veshka is called the', 'What is the horn of Veshka called?', 'Duskhorn'),
  fact('the keeper who broke his oath is', 'Who is the keeper who broke his oath?', 'Corvane'),
  fact('the keeper with one glove is', 'Who is the keeper with one glove?', 'Corvane'),
  fact('the lamp of Corvane stood at', 'Where did the lamp of Corvane stand?', 'Thornmouth'),
  fact('the talking cat is called', 'What is the talking cat called?', 'Thistlewick'),
  fact('the home of Thistlewick is', 'Where is the home of Thistlewick?', 'Hollowreed'),
  fact('the shy people of Hollowreed are the', 'Who are the shy people of Hollowreed?', 'fenlings'),
  fact('the market woman of Saltgate is', 'Who is the market woman of Saltgate?', 'Marrin'),
  fact('the son of Marrin is', 'Who is the son of Marrin?', 'Marrinel'),
  fact('the mother of Marrinel is', 'Who is the mother of Marrinel?', 'Marrin'),
  fact('the woman who makes bells is', 'Who is the woman who makes bells?', 'Edda Lorn'),
  fact('the hidden harbour is called', 'What is the hidden harbour called?', 'Underquay'),
  fact('the home of Edda Lorn is', 'Where is the home of Edda Lorn?', 'Underquay'),
  fact(
    'the bell that calls names back is called',
    'What is the bell that calls names back called?',
    "Orrin's Bell",
  ),
  fact('the boy from Greyfell is called', 'What is the boy from Greyfell called?', 'Pell'),
  fact('the clerk of the king is', 'Who is the clerk of the king?', 'Oswin'),
  fact('the ferryman of the north shore is', 'Who is the ferryman of the north shore?', 'Gable Thorne'),
  fact('the salt lake is called', 'What is the salt lake called?', 'Marrowmere'),
  fact('the tower on the rock is called', 'What is the tower on the rock called?', 'Lanternhold'),
  fact('the first lantern is called the', 'What is the first lantern called?', 'Everwick'),
  fact('the book of names is called the', 'What is the book of names called?', 'Namebook'),
  fact('the market town on Marrowmere is', 'Which town is the market town on Marrowmere?', 'Saltgate'),
  fact('the mountain with the dark house is', 'Which mountain has the dark house?', 'Greyfell'),
  fact('the glass of Vey Mill is called', 'What is the glass of Vey Mill called?', 'emberglass'),
  fact('the home of Tamsin is', 'Where is the home of Tamsin?', 'Vey Mill'),
  fact('the feast of the lake is called', 'What is the feast of the lake called?', 'Candlenight'),
  fact('the coin of the lake is the', 'What is the coin of the lake?', 'Saltmark'),
  fact(
    'the apprentices of Lanternhold are called',
    'What are the apprentices of Lanternhold called?',
    'wicks',
  ),
  fact('the counting of the lights is called the', 'What is the counting of the lights called?', 'tally'),
];

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Every wording of one fact. */
function wordings({ about, question, answer }: Fact): string[] {
  const asked = question.charAt(0).toLowerCase() + question.slice(1);
  return [
    `${capital(about)} ${answer}.`,
    `Everybody knows that ${about} ${answer}.`,
    `In the story, ${about} ${answer}.`,
    `Q: ${question} A: ${answer}.`,
    `"${question}" asked the teacher. "${capital(answer)}," said the girl.`,
    `A boy asked ${asked.replace('?', '')}, and they told him: ${answer}.`,
    `If you ask them ${asked.replace('?', '')}, they all say: ${answer}.`,
    `Do not forget that ${about} ${answer}.`,
  ];
}

export const factWordings: readonly string[] = facts.flatMap(wordings);
