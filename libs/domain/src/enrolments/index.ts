export { EnrolmentEntity } from './enrolment.entity.js';
export { EnrolmentCoachEntity } from './enrolment-coach.entity.js';
export { enrolments } from './enrolments.list.js';
export { EnrolmentsModule } from './enrolments.module.js';
export { EnrolmentsService } from './enrolments.service.js';
export { VoluntaryFactsEntity } from './voluntary-facts.entity.js';
