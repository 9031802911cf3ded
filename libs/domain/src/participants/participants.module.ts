import { Module } from '@nestjs/common';
import { loadSecrets } from '@stegvis/platform/settings';
import { IdentityKeyFits } from './identity-key.js';
import { IdentityVault } from './identity-vault.js';
import { ParticipantsService } from './participants.service.js';

@Module({
  providers: [ParticipantsService, IdentityKeyFits, { provide: IdentityVault, useFactory: () => new IdentityVault(loadSecrets().identityKey) }],
  exports: [ParticipantsService],
})
export class ParticipantsModule {}
