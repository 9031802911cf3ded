export { FollowUpSweep, type SweepProgress } from './follow-up-sweep.js';
export { ReminderEntity } from './reminder.entity.js';
export { RemindersModule } from './reminders.module.js';
export { RemindersService } from './reminders.service.js';
