export { hashPassword } from './passwords.js';
export { PasswordsService } from './passwords.service.js';
export { SecondFactorsService } from './second-factors.service.js';
export { SecondStepsService } from './second-steps.service.js';
export { SignInModule } from './sign-in.module.js';
export { isHalf, type Opened, openSignInDatabase, SignInService } from './sign-in.service.js';
export type { SignedIn } from './signed-in.js';
export { TriesService } from './tries.service.js';
