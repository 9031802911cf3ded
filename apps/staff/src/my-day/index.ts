export { MyDayPage } from './MyDayPage';
