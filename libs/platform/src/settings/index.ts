export { databaseUrl, loadSecrets, type RoleLogin, type Secrets } from './secrets.js';
export { readSettings, type Settings, settings, variables } from './settings.js';
