export { MyDayModule } from './my-day.module.js';
export { MyDayService } from './my-day.service.js';
