export { ParticipantEdit } from './ParticipantEdit';
export { ParticipantList } from './ParticipantList';
export { ParticipantPage } from './ParticipantPage';
export { ParticipantRefer } from './ParticipantRefer';
