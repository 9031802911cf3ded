import DarkIcon from '@mui/icons-material/DarkModeOutlined';
import LightIcon from '@mui/icons-material/LightModeOutlined';
import SystemIcon from '@mui/icons-material/SettingsBrightnessOutlined';

/** What a reader can choose; the choice is this browser's, since a phone in the car and a screen in the office differ. */
export const modes = [
  { mode: 'light', icon: LightIcon },
  { mode: 'dark', icon: DarkIcon },
  { mode: 'system', icon: SystemIcon },
] as const;

export type Mode = (typeof modes)[number]['mode'];
