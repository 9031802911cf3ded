import { swedishMessages } from '../ra-language-swedish';
import { codes } from './codes';
import { pages } from './pages';
import { resources } from './resources';

export const sv = { ...swedishMessages, resources, codes, ...pages };
