export { AccessLogModule } from './access-log.module.js';
export { AccessLogService } from './access-log.service.js';
export { AccessLogChain } from './access-log-chain.js';
export { AccessLogChainModule } from './access-log-chain.module.js';
