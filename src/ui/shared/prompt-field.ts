/** The id of the field for a prompt, to which a link at the top of the page leads. */
export const PROMPT_FIELD = 'ask-prompt';
