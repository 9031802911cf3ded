export { IdentityKeyFits, isKnown, type KnownKey, WrongIdentityKey } from './identity-key.js';
export { checkDigitOf, type IdentityNumber, readIdentityNumber } from './identity-number.js';
export { IdentityVault } from './identity-vault.js';
export { ParticipantEntity } from './participant.entity.js';
export { ParticipantsModule } from './participants.module.js';
export { ParticipantsService, participants } from './participants.service.js';
export { withoutUnseen } from './without-unseen.js';
