/** One's own account: password, second factor, and where one is signed in. */
export const account = {
  name: 'Mitt konto',
  password: 'Lösenord',
  currentPassword: 'Nuvarande lösenord',
  changePassword: 'Byt lösenord',
  passwordChanged: 'Lösenordet är bytt. Andra ställen där du var inloggad är utloggade.',
};
