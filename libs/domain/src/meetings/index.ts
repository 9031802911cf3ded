export { AttendanceEntity } from './attendance.entity.js';
export { AttendanceNoteEntity } from './attendance-note.entity.js';
export { MeetingEntity } from './meeting.entity.js';
export { MeetingsModule } from './meetings.module.js';
export { MeetingsService, meetings } from './meetings.service.js';
