export { ParticipantEdit } from './ParticipantEdit';
export { ParticipantList } from './ParticipantList';
export { ParticipantRefer } from './ParticipantRefer';
