export { type Server, untilReachable } from './until-reachable.js';
