import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';

export const needsProof = 'stegvis:step-up';

/**
 * A route for which somebody has to have proved within the last five minutes who they are: at the sign-in, or since then by
 * `POST /api/auth/step-up`. Refused as 403 `step-up-needed` otherwise. Beside `@Allow`.
 */
export const StepUp = (): MethodDecorator => applyDecorators(SetMetadata(needsProof, true), ApiExtension('x-step-up', true));
