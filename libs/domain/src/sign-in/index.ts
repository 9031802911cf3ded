export { hashPassword } from './passwords.js';
export { openSignInDatabase, SignInService, type SignedIn } from './sign-in.service.js';
export { SignInModule } from './sign-in.module.js';
