/** The languages of the page. Words about one thing, such as a method, are kept beside it, in every language. */
export const languages = ['en', 'zh'] as const;
export type Language = (typeof languages)[number];
