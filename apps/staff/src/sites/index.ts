export { SiteList } from './SiteList';
export { SiteCreate, SiteEdit } from './SitePages';
