/** One's own account: password, second factor, and where one is signed in. */
export const account = {
  name: 'My account',
  password: 'Password',
  currentPassword: 'Current password',
  changePassword: 'Change password',
  passwordChanged: 'The password is changed. Wherever else you were signed in, you are signed out.',
};
