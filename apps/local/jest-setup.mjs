/** Before each spec file: decorators write their metadata through this. */
import 'reflect-metadata';
