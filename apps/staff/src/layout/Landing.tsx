import { Navigate } from 'react-router';
import { useMay } from '../useMay';
import { NotFoundPage } from './PlainPages';

/** Where each kind of person starts their day. */
export function Landing() {
  const may = useMay();
  if (may('my-day.read')) return <Navigate to="/my-day" replace />;
  if (may('dashboard.read')) return <Navigate to="/dashboard" replace />;
  if (may('submissions.read')) return <Navigate to="/submissions" replace />;
  if (may('projects.change')) return <Navigate to="/projects" replace />;
  if (may('access-log.read')) return <Navigate to="/access-log" replace />;
  if (may('account.read')) return <Navigate to="/account" replace />;
  return <NotFoundPage />;
}
