/** The choices of a code list, named by messages. */
export const choicesOf = (list: string, codes: readonly string[]) => codes.map((id) => ({ id, name: `codes.${list}.${id}` }));
