export { AccessLogChain } from './access-log-chain.js';
export { AccessLogChainModule } from './access-log-chain.module.js';
