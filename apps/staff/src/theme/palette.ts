import type { Gender } from '@stegvis/contracts/participants/codes';

export interface Colours {
  teal: string;
  tealDark: string;
  /** Text and icons on teal. */
  onTeal: string;
  tealSoft: string;
  /** A bar that is not the main one. */
  tealPale: string;
  ground: string;
  paper: string;
  ink: string;
  inkSoft: string;
  line: string;
  edge: string;
  neutralSoft: string;
  noteSoft: string;
  amber: string;
  amberSoft: string;
  red: string;
  redSoft: string;
  green: string;
  greenSoft: string;
  blue: string;
  blueSoft: string;
  woman: string;
  man: string;
  nonBinary: string;
}

/** Every pair that carries text keeps at least 4.5 : 1, every line, icon and bar 3 : 1, on both backgrounds; a test measures it. */
export const schemes: Record<'light' | 'dark', Colours> = {
  light: {
    teal: '#0f5c57',
    tealDark: '#0a423e',
    onTeal: '#ffffff',
    tealSoft: '#e1efec',
    tealPale: '#6f9b95',
    ground: '#f7f4ee',
    paper: '#fffefb',
    ink: '#1f2e2c',
    inkSoft: '#4b5a57',
    line: '#ddd6c9',
    edge: '#7b8784',
    neutralSoft: '#ece7dd',
    noteSoft: '#f1ece2',
    amber: '#8a4b00',
    amberSoft: '#fbeeda',
    red: '#a02820',
    redSoft: '#fbe7e4',
    green: '#25663a',
    greenSoft: '#e3f1e5',
    blue: '#27588a',
    blueSoft: '#e4edf6',
    woman: '#0f5c57',
    man: '#b5651d',
    nonBinary: '#6a5acd',
  },
  dark: {
    teal: '#7fcabf',
    tealDark: '#a9e0d7',
    onTeal: '#0b2421',
    tealSoft: '#1f3f3b',
    tealPale: '#5f948c',
    ground: '#141a19',
    paper: '#1d2423',
    ink: '#e9edea',
    inkSoft: '#b4c0bc',
    line: '#3a4442',
    edge: '#8c9894',
    neutralSoft: '#343d3b',
    noteSoft: '#2f2c25',
    amber: '#f2b765',
    amberSoft: '#3d2e14',
    red: '#f49d93',
    redSoft: '#47221e',
    green: '#92d2a3',
    greenSoft: '#1e3b27',
    blue: '#97c0ec',
    blueSoft: '#1e3448',
    woman: '#5fb8ac',
    man: '#e3a467',
    nonBinary: '#ab9ff2',
  },
};

export const cssVarPrefix = 'stegvis';

/** The colours as the stylesheet knows them: each follows the scheme in use, on paper too. */
export const colours = Object.fromEntries(Object.keys(schemes.light).map((name) => [name, `var(--${cssVarPrefix}-palette-own-${name})`])) as Record<
  keyof Colours,
  string
>;

/** One colour for each gender in every chart; told apart by lightness too. */
export const genderColours: Record<Gender, string> = { woman: colours.woman, man: colours.man, 'non-binary': colours.nonBinary };
