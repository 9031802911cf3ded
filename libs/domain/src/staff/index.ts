export { RoleAssignmentEntity } from './role-assignment.entity.js';
export { RoleAssignmentsService } from './role-assignments.service.js';
export { RoleProposalEntity } from './role-proposal.entity.js';
export { StaffEntity } from './staff.entity.js';
export { StaffModule } from './staff.module.js';
export { StaffService } from './staff.service.js';
