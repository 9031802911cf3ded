/** Every pair that carries text keeps at least 4.5 : 1, every line and icon 3 : 1, on both backgrounds. */
export const colours = {
  teal: '#0f5c57',
  tealDark: '#0a423e',
  tealSoft: '#e1efec',
  ground: '#f7f4ee',
  paper: '#fffefb',
  ink: '#1f2e2c',
  inkSoft: '#4b5a57',
  line: '#ddd6c9',
  edge: '#7b8784',
  amber: '#8a4b00',
  amberSoft: '#fbeeda',
  red: '#a02820',
  redSoft: '#fbe7e4',
  green: '#25663a',
  greenSoft: '#e3f1e5',
  blue: '#27588a',
  blueSoft: '#e4edf6',
};

/** One colour for each gender in every chart; told apart by lightness too. */
export const genderColours = { woman: '#0f5c57', man: '#b5651d', 'non-binary': '#6a5acd' } as const;
