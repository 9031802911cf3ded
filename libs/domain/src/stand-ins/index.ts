export { StandInEntity } from './stand-in.entity.js';
export { StandInsModule } from './stand-ins.module.js';
export { StandInsService } from './stand-ins.service.js';
