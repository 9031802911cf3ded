export { MeetingCreate } from './MeetingCreate';
export { MeetingEdit } from './MeetingEdit';
export { MeetingList } from './MeetingList';
export { MeetingWriteUp } from './MeetingWriteUp';
