import { Module } from '@nestjs/common';
import { loadSecrets } from '@stegvis/platform/settings';
import { ExportMaker } from './export-maker.js';
import { ExportVault } from './export-vault.js';
import { ExportsService } from './exports.service.js';

const vault = { provide: ExportVault, useFactory: () => new ExportVault(loadSecrets().identityKey) };

/** What people do with exports; for the API. */
@Module({ providers: [ExportsService, vault], exports: [ExportsService] })
export class ExportsModule {}

/** The making of files; for the worker, which must also open the database as the role `api`. */
@Module({ providers: [ExportMaker, vault], exports: [ExportMaker] })
export class ExportMakingModule {}
