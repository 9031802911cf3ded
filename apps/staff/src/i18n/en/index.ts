import raEnglish from 'ra-language-english';
import { codes } from './codes';
import { pages } from './pages';
import { resources } from './resources';

const { ra } = raEnglish;

/** React-Admin speaks of elements; our readers do not. */
const ours: typeof ra = {
  ...ra,
  auth: {
    ...ra.auth,
    auth_check_error: 'Please sign in to go on.',
    logout: 'Sign out',
    sign_in_error: 'Signing in failed. Try again.',
    email: 'E-mail address',
  },
  notification: {
    ...ra.notification,
    updated: 'The changes are saved',
    created: 'Saved',
    item_doesnt_exist: 'This does not exist, or you may not see it.',
    logged_out: 'Your session has ended. Sign in again to go on.',
  },
  message: {
    ...ra.message,
    invalid_form: 'Something in the form needs another look.',
    unsaved_changes: 'Not everything is saved. Do you want to leave the page anyway?',
  },
};

export const en = { ra: ours, resources, codes, ...pages };
