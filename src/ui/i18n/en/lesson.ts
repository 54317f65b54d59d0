/** Lessons: texts that a real model has read about. */
export const lesson = {
  title: 'Lessons',
  intro:
    'A model of this size has read about well-known books, so it has something to forget. A lesson brings the text, its dictionary, other text to keep, and questions about both, and it sets the settings that fit the model.',
  use: 'Use this lesson',
  inUse: 'In use',
  back: 'Leave the lesson',
};
