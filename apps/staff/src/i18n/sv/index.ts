import { swedishMessages } from '../ra-language-swedish/index';
import { codes } from './codes';
import { pages } from './pages';
import { resources } from './resources';

export const sv = { ...swedishMessages, resources, codes, ...pages };
