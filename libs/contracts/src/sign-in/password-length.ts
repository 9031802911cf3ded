/** Characters that a chosen password has at least: length is what makes guessing hopeless. */
export const shortestPassword = 15;
/** Characters that are accepted at most. */
export const mostPasswordCharacters = 128;
