import type { Stage } from '@stegvis/contracts/enrolments/codes';
import type { Chance } from './chance.js';

/** Words that fill the gaps in the sentences below. */
const gaps = {
  place: [
    'en livsmedelsbutik',
    'ett café',
    'kommunens måltidsservice',
    'en cykelverkstad',
    'ett äldreboende',
    'en förskola',
    'ett bygglager',
    'en handelsträdgård',
    'ett hotell',
    'en second hand-butik',
    'biblioteket',
    'ett tryckeri',
    'en snickeriverkstad',
    'ett lantbruk',
    'vaktmästeriet på en skola',
  ],
  work: [
    'att packa upp varor',
    'köket',
    'lager och truck',
    'kundmottagning',
    'lokalvård',
    'trädgårdsskötsel',
    'enklare administration',
    'att arbeta med barn',
    'att laga cyklar',
    'montering',
    'omvårdnad',
  ],
  strength: [
    'noggrann',
    'uthållig',
    'bra på att bemöta människor',
    'praktisk',
    'snabb på att lära',
    'van att planera',
    'lugn när det är mycket att göra',
    'en god lagspelare',
    'pålitlig med tider',
  ],
  need: [
    'korta pass i början',
    'en lugn miljö',
    'skriftliga instruktioner',
    'en fast kontaktperson',
    'tid för återhämtning',
    'att resan fungerar med buss',
    'att träna yrkessvenska',
    'tydliga raster',
  ],
  feeling: [
    'mår bättre än förra gången',
    'är trött men vill fortsätta',
    'känner sig mer säker',
    'är nöjd med veckan',
    'har haft en tung vecka',
    'ser fram emot nästa steg',
    'är stolt över det som har gått bra',
  ],
  topic: [
    'CV',
    'svenska',
    'ekonomi och försörjning',
    'barnomsorg',
    'körkort',
    'sömn och rutiner',
    'arbetstider',
    'hälsa',
    'studier',
    'vad arbetsgivare frågar om',
  ],
  hours: ['10', '15', '20', '25'],
} as const;

const summaries: Record<Stage, readonly string[]> = {
  mapping: [
    'Vi gick igenom tidigare arbeten och intressen. {Name} beskriver sig som {strength} och är nyfiken på {work}.',
    'Kartläggning av styrkor. Det som behövs för att det ska fungera: {need}.',
    'Samtal om vardagen och om vad som har hjälpt tidigare. {Name} {feeling}.',
    '{Name} berättade om sin utbildning. Vi började på en yrkesprofil och pratade om {topic}.',
  ],
  coaching: [
    'Vi följde upp planen. {Name} {feeling}. Vi pratade om {topic}.',
    'Coachande samtal om {topic}. {Name} vill pröva {work} och tycker att {need} är viktigt.',
    'Kort avstämning. Det som vi bestämde sist är gjort, och {Name} {feeling}.',
    'Vi övade på att presentera sig och skrev om första delen av CV:t. {Name} är {strength}.',
    'Samtal om målet. {Name} vill arbeta omkring {hours} timmar i veckan till att börja med.',
  ],
  internship: [
    'Uppföljning av praktiken på {place}. {Name} {feeling}.',
    'Vi pratade med handledaren på {place}. {Name} är {strength} och får nu fler uppgifter.',
    'Praktiken fungerar. Behov framåt: {need}. Nu {hours} timmar i veckan.',
    'Avstämning på {place}: {work} går bra. Vi kom överens om {need}.',
  ],
  matching: [
    'Vi gick igenom lediga arbeten och valde två att söka, båda inom {work}.',
    'Förberedde en intervju på {place}. Vi övade på frågor om {topic}.',
    'Vi kontaktade {place} tillsammans. De återkommer nästa vecka.',
    '{Name} var på intervju på {place} och {feeling}.',
  ],
  'follow-along': [
    'Uppföljning efter anställningen. {Name} {feeling} och arbetar {hours} timmar i veckan.',
    'Samtal med {Name} och arbetsledaren på {place}. Det som hjälper: {need}.',
    'Vi pratade om {topic} och om hur arbetstiden kan öka på sikt.',
  ],
};

const internal = [
  'Stäm av med Försäkringskassan före nästa möte.',
  'Handläggaren på Arbetsförmedlingen är informerad, enligt överenskommelse med deltagaren.',
  'Lägg extra tid nästa gång, det kom upp mycket.',
  'Fundera på om takten är rätt.',
  'Arbetsgivaren undrar över stöd till handledaren, ring dem.',
] as const;

const nextSteps: Record<Stage, readonly string[]> = {
  mapping: ['Ta med betyg och intyg', 'Fyll i skattningen tillsammans', 'Skriv ner tre arbeten som känts bra'],
  coaching: ['Gör klart CV:t', 'Studiebesök på {place}', 'Ring {place} tillsammans', 'Ta kontakt med studievägledaren'],
  internship: ['Trepartssamtal med handledaren', 'Öka till {hours} timmar i veckan', 'Följ upp hur {need} fungerar'],
  matching: ['Sök två arbeten före fredag', 'Öva inför intervjun', 'Hör av oss till {place}'],
  'follow-along': ['Samtal med arbetsledaren', 'Uppföljning om en månad'],
};

const groupTopics = [
  'Jobbverkstad om {topic}.',
  'Gruppträff om {topic}, med många frågor och bra samtal.',
  'Studiebesök på {place}.',
  'Promenad och samtal om {topic}.',
] as const;
const networkTexts = [
  'Nätverksmöte med {Name}, Arbetsförmedlingen och Försäkringskassan om planen framåt. Alla var eniga om {need}.',
  'Möte med vårdcentralen och {Name}. Vi samordnade tider och kom överens om {need}.',
] as const;

function fill(chance: Chance, sentence: string, name: string): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (_, gap: string) => (gap === 'Name' ? name : chance.pick<string>(gaps[gap as keyof typeof gaps])));
}

export interface Written {
  summary: string;
  internalNote: string | null;
  nextStep: string | null;
}

/** What a coach wrote after a meeting in this stage, in plain and respectful Swedish. */
export function writeUp(chance: Chance, stage: Stage, kind: string, givenName: string): Written {
  const templates = kind === 'group' ? groupTopics : kind === 'network' ? networkTexts : summaries[stage];
  return {
    summary: fill(chance, chance.pick<string>(templates), givenName),
    internalNote: chance.percent(22) ? chance.pick(internal) : null,
    nextStep: kind !== 'group' && chance.percent(60) ? fill(chance, chance.pick(nextSteps[stage]), givenName) : null,
  };
}

/** What is added to a summary later. */
const corrections = [
  'Tillägg: nästa möte är flyttat en vecka.',
  'Tillägg: vi bestämde också vem som ringer nästa gång.',
  'Tillägg: arbetsgivaren har hört av sig och är positiv.',
] as const;
export const correction = (chance: Chance): string => chance.pick(corrections);
