/**
 * The sentence forms of everyday knowledge. `{one}` and `{two}` are the columns of a row; the rest are slots of
 * `expand`. The corpus uses trained forms; only the tasks use held-out forms, which ask for the same knowledge in new
 * sentences and end with `{two}`.
 */
import type { Split } from '../../../src/evaluate/split';

export interface Forms {
  readonly trained: readonly string[];
  readonly held: Readonly<Record<Split, readonly string[]>>;
}

export const objectForms: Forms = {
  trained: [
    '{person:a} wanted to {one}. {a.They} took a(n) {two} and began.',
    'To {one}, you need a(n) {two}.',
    '"What do I need to {one}?" asked {person:a}. "A(n) {two}," said {person:b}.',
    '{person:a} could not {one}, because the {two} was lost.',
    'A(n) {two} is used to {one}.',
    '{person:a} fetched the {two} in order to {one}.',
    'Q: What do you use to {one}? A: A(n) {two}.',
    'Without a(n) {two} it is hard to {one}.',
    '{person:a} needed a(n) {two}, because {a.they} had to {one}.',
    'If you want to {one}, bring a(n) {two}.',
    'On {day} {person:a} bought a(n) {two}. Now {a.they} could {one} at last.',
    '{person:a} had to {one}, and so {a.they} asked {person:b} for a(n) {two}.',
  ],
  held: {
    development: [
      'Everybody in {town} knows that to {one}, you need a(n) {two}.',
      'On {day} {person:a} wrote in a letter: if you want to {one}, bring a(n) {two}.',
      'My uncle said to {person:a}: to {one}, you need a(n) {two}.',
      '"Well," said {person:a}, "if you want to {one}, bring a(n) {two}.',
    ],
    test: [
      'The old shopkeeper told {person:a}: to {one}, you need a(n) {two}.',
      'On {day} {person:a} put it in {a.their} diary: if you want to {one}, bring a(n) {two}.',
      'At school in {town} children learn that to {one}, you need a(n) {two}.',
      '"Listen," said {person:a} to {person:b}, "to {one}, you need a(n) {two}.',
    ],
  },
};

export const causeForms: Forms = {
  trained: [
    'When {person:a} came home, {two}, because {one}.',
    '{One}. That is why {two}.',
    'Why was it that {two}? Because {one}.',
    '{person:a} asked why {two}. "{One}," said {person:b}.',
    'It happened that {one}, and so {two}.',
    '{person:a} noticed that {two}. {person:b} explained that {one}.',
    'If {two}, perhaps {one}.',
    'Q: Why do you think that {two}? A: {One}.',
    '{One}, and therefore {two}.',
    'Since {one}, {two}.',
    '"Look, {two}!" said {person:a}. "Of course, {one}," said {person:b}.',
  ],
  held: {
    development: [
      'On {day} {one}, and therefore {two}.',
      '{person:a} wrote in a letter that {one}, and so {two}.',
      '"Dear me," said {person:a}, "{one}. That is why {two}.',
      '{person:a} told everybody in {town} that {one}, and therefore {two}.',
    ],
    test: [
      'Last {day} it happened near {town} that {one}, and so {two}.',
      '"Do you see?" asked {person:a}. "{One}, and therefore {two}.',
      '{person:a} heard from {person:b} that {one}, and so {two}.',
      '{person:a} put it in {a.their} diary: {one}. That is why {two}.',
    ],
  },
};

export const eventForms: Forms = {
  trained: [
    '{person:a} {one}. {Two}.',
    'When {person:a} {one}, {two}.',
    '{person:a} {one}, and {two}.',
    'After {person:a} {one}, {two}.',
    'What happened when {person:a} {one}? {Two}.',
    '{Two}, because {person:a} {one}.',
    'One day {person:a} {one}. At once {two}.',
    '"I {one}," said {person:a}, "and {two}."',
    'Q: {person:a} {one}. What came of it? A: {Two}.',
    'As soon as {person:a} {one}, {two}.',
    '{person:b} saw how {person:a} {one} and how {two}.',
  ],
  held: {
    development: [
      'Early on {day}, when {person:a} {one}, {two}.',
      'In {town} {person:a} {one}, and {two}.',
      'It was {day}. As soon as {person:a} {one}, {two}.',
      '{person:b} will never forget it: {person:a} {one}. At once {two}.',
    ],
    test: [
      'It happened on {day}: when {person:a} {one}, {two}.',
      'Nobody in {town} was surprised. As soon as {person:a} {one}, {two}.',
      '{person:b} saw it from the window: {person:a} {one}. At once {two}.',
      '{person:b} told me that {person:a} {one}, and {two}.',
    ],
  },
};

export const orderForms: Forms = {
  trained: [
    'After {one} comes {two}.',
    '{Two} comes after {one}.',
    'First comes {one}, then comes {two}.',
    'Q: What comes after {one}? A: {Two}.',
    '{One} is followed by {two}.',
    'Before {two} comes {one}.',
    '"What comes after {one}?" asked {person:a}. "{Two}," said {person:b}.',
    '{person:a} knows that {two} follows {one}.',
    '{One} comes just before {two}.',
    'They waited until {one} was over. Then came {two}.',
    '{person:a} counted slowly: {one}, {two}.',
  ],
  held: {
    development: [
      '{person:a} said that {one} is followed by {two}.',
      '{person:a} wrote down: first comes {one}, then comes {two}.',
      'In {town} they say that {one} is followed by {two}.',
      'The teacher wrote on the board: first comes {one}, then comes {two}.',
    ],
    test: [
      'Every child in {town} learns that {one} is followed by {two}.',
      '{person:a} wrote to {person:b} that first comes {one}, then comes {two}.',
      'At school {person:a} learned that {one} is followed by {two}.',
      'My aunt told me that {one} is followed by {two}.',
    ],
  },
};

/** Questions after a scene in which a pronoun shows who is meant. */
export const personForms: readonly string[] = [
  '{scene} Who {one}? {two}.',
  '{scene} Who {one}? It was {two}.',
  '{scene} The one who {one} was {two}.',
  '{scene} "Who {one}?" asked the teacher. "{two}," said the class.',
  '{scene} It was {two} who {one}.',
  '{scene} Q: Who {one}? A: {two}.',
];
