export { ProtectionModule } from './protection.module.js';
export { ProtectionService } from './protection.service.js';
