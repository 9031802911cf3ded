export { databaseUrl, loadSecrets, type RoleLogin, type Secrets } from './secrets.js';
export { readSettings, settings, variables, type Settings } from './settings.js';
