export { ExportMaker } from './export-maker.js';
export { ExportMakingModule, ExportsModule } from './exports.module.js';
export { ExportsService } from './exports.service.js';
