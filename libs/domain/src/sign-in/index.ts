export { hashPassword } from './passwords.js';
export { SignInModule } from './sign-in.module.js';
export { openSignInDatabase, type SignedIn, SignInService } from './sign-in.service.js';
