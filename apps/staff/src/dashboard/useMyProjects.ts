import type { Project } from '@stegvis/contracts/projects/project';
import type { Site } from '@stegvis/contracts/sites/site';
import { useGetList } from 'react-admin';
import { useAccount } from '../useMay';

/** The projects that the reader leads, whole or at a site. */
export function useMyProjects(): { projects: { id: string; name: string }[]; isPending: boolean } {
  const account = useAccount();
  const led = account?.roles.filter(({ role }) => role === 'project-leader' || role === 'local-leader') ?? [];
  const siteIds = led.flatMap(({ siteId, projectId }) => (siteId && !projectId ? [siteId] : []));
  const known = new Map(led.flatMap(({ projectId, projectName }) => (projectId ? [[projectId, projectName] as const] : [])));
  const sites = useGetList<Site>(
    'sites',
    { pagination: { page: 1, perPage: 100 }, sort: { field: 'name', order: 'ASC' } },
    { enabled: siteIds.length > 0 },
  );
  for (const site of sites.data ?? []) if (siteIds.includes(site.id)) known.set(site.projectId, site.projectName);
  const unnamed = [...known].some(([, name]) => !name);
  const named = useGetList<Project>(
    'projects',
    { pagination: { page: 1, perPage: 100 }, sort: { field: 'name', order: 'ASC' } },
    { enabled: unnamed },
  );
  const projects = [...known].map(([id, name]) => ({ id, name: name ?? named.data?.find((project) => project.id === id)?.name ?? '…' }));
  return {
    projects: projects.sort((one, other) => one.name.localeCompare(other.name, 'sv')),
    isPending: !account || (siteIds.length > 0 && sites.isPending),
  };
}
