import { colours } from './palette';

/** What a marking means; colour never says it alone, the text does. */
export type Tone = 'neutral' | 'good' | 'watch' | 'bad' | 'coming';

export const tones: Record<Tone, { color: string; backgroundColor: string }> = {
  neutral: { color: colours.ink, backgroundColor: colours.neutralSoft },
  good: { color: colours.green, backgroundColor: colours.greenSoft },
  watch: { color: colours.amber, backgroundColor: colours.amberSoft },
  bad: { color: colours.red, backgroundColor: colours.redSoft },
  coming: { color: colours.blue, backgroundColor: colours.blueSoft },
};
