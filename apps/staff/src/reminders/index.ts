export { ReminderList } from './ReminderList';
