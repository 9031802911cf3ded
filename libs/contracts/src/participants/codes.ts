/** As the ESF+ regulation breaks figures down (Regulation (EU) 2021/1057, Annex I). */
export const genders = ['woman', 'man', 'non-binary'] as const;
export type Gender = (typeof genders)[number];

export const identityKinds = ['personnummer', 'samordningsnummer', 'none'] as const;
export type IdentityKind = (typeof identityKinds)[number];

/** Stands where a number that is there cannot be read: the secret file lacks the key that it was encrypted with. */
export const unreadableNumber = '????????-????';

/** Protected personal data: a confidentiality mark, or protected population registration. */
export const protections = ['none', 'confidentiality-mark', 'protected-registration'] as const;
export type Protection = (typeof protections)[number];
