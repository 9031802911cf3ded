import type { DataSource } from 'typeorm';
import { SecondFactorsService } from './second-factors.service.js';
import { SecondStepsService } from './second-steps.service.js';
import { SignInService } from './sign-in.service.js';
import { TriesService } from './tries.service.js';

/** Signing in, over a database that a spec has opened as the sign-in role. */
export function signInOver(source: DataSource): SignInService {
  const factors = new SecondFactorsService(source);
  return new SignInService(source, new TriesService(source), factors, new SecondStepsService(source, factors));
}
