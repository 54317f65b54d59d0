/** The languages of the page. Words that belong to one thing, such as a method, are kept beside it in all of them. */
export const languages = ['en', 'zh'] as const;
export type Language = (typeof languages)[number];
