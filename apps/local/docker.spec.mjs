/** No engine is here to build images, so what can be read of docker/ is held against the workspace. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { root } from './workspace.mjs';

/** @typedef {{ name: string, from: string, lines: { verb: string, rest: string }[] }} Stage */
/**
 * @typedef {object} Service
 * @property {string} [image] @property {{ context: string, dockerfile: string, target: string }} [build] @property {Record<string, string>} [environment]
 * @property {string[]} [volumes] @property {string[]} [ports] @property {string[]} [expose] @property {string[]} [command] @property {string} [restart]
 * @property {Record<string, { condition: string }>} [depends_on] @property {{ test: string[] }} [healthcheck] @property {string} [container_name]
 */

/** @param {string} path */
const read = (path) => readFileSync(join(root, path), 'utf8');
const composeText = read('docker/compose.yml');
/** @type {{ services: Record<string, Service>, volumes: Record<string, unknown>, networks: { default: { ipam: { config: { subnet: string }[] } } } }} */
const compose = parse(composeText);
const ours = ['database', 'api', 'worker'];
const stages = stagesOf(read('docker/Dockerfile'));

/** @param {string} text @returns {Stage[]} */
function stagesOf(text) {
  const lines = text
    .replace(/^#.*\n/gm, '')
    .replace(/\\\n/g, ' ')
    .split('\n');
  /** @type {Stage[]} */
  const found = [];
  for (const line of lines.filter((one) => one.trim() !== '')) {
    const [verb = '', ...words] = line.trim().split(/\s+/);
    if (verb === 'FROM') found.push({ from: words[0] ?? '', name: words[2] ?? '', lines: [] });
    else found.at(-1)?.lines.push({ verb, rest: words.join(' ') });
  }
  return found;
}

/** @param {string} name */
function stage(name) {
  const found = stages.find((one) => one.name === name);
  if (!found) throw new Error(`The Dockerfile has no stage ${name}`);
  return found;
}

/** What is said in a stage and in those that it is made from, the first first. @param {string} name @returns {{ verb: string, rest: string }[]} */
function said(name) {
  const { from, lines } = stage(name);
  return stages.some((one) => one.name === from) ? [...said(from), ...lines] : lines;
}

/** @param {string} name @returns {Record<string, string>} */
const imageEnvironment = (name) =>
  Object.fromEntries(
    said(name)
      .filter(({ verb }) => verb === 'ENV')
      .flatMap(({ rest }) => rest.split(' ').map((pair) => pair.split('='))),
  );

/** @param {string} name */
const service = (name) => /** @type {Service} */ (compose.services[name]);
/** @param {string} name */
const environmentOf = (name) => ({ ...imageEnvironment(name), ...service(name).environment });

/** A file or folder of the workspace, or what the build makes: `dist` beside `src` (the staff UI's has a page of its own). @param {string} path */
const isMade = (path) =>
  existsSync(join(root, path)) ||
  (/^(apps|libs)\/\w+\/dist$/.test(path) && existsSync(join(root, path.replace(/dist$/, 'src')))) ||
  (/^apps\/\w+\/dist\/.+\.js$/.test(path) && existsSync(join(root, path.replace('/dist/', '/src/').replace(/js$/, 'ts'))));

describe('the Dockerfile', () => {
  it('copies only what is there, what the build makes, or what another stage has', () => {
    const copies = stages.flatMap(({ name, lines }) =>
      lines.filter(({ verb }) => verb === 'COPY').map(({ rest }) => ({ name, words: rest.split(' ') })),
    );
    expect(copies.length).toBeGreaterThan(10);
    const wrong = copies.flatMap(({ name, words }) => {
      const from = words[0]?.startsWith('--from=') ? words[0].slice('--from='.length) : undefined;
      const sources = words.slice(from ? 1 : 0, -1);
      if (from && !stages.some((one) => one.name === from)) return [`${name}: no stage ${from}`];
      return sources
        .filter((source) => !(from ? source === '/app' || isMade(source.replace('/app/', '')) : existsSync(join(root, source)) && isSent(source)))
        .map((source) => `${name}: ${source}`);
    });
    expect(wrong).toEqual([]);
  });

  it('knows the package.json of every workspace, without which npm ci refuses', () => {
    const copied = said('packages').flatMap(({ rest }) => rest.split(' '));
    const packages = ['apps', 'libs'].flatMap((area) => readdirSync(join(root, area)).map((name) => `${area}/${name}/package.json`));
    expect(packages.filter((path) => existsSync(join(root, path)) && !copied.includes(path))).toEqual([]);
  });

  it('gives each image the builds that it needs, and nothing of the tests', () => {
    for (const name of ours) {
      const dists = said(name).flatMap(({ rest }) => rest.match(/(apps|libs)\/\w+\/dist$/g) ?? []);
      const { dependencies } = JSON.parse(read(`apps/${name}/package.json`));
      const wanted = Object.keys(dependencies).flatMap((one) => (one.startsWith('@stegvis/') ? [one.replace('@stegvis/', 'libs/')] : []));
      for (const home of [`apps/${name}`, ...wanted]) expect([name, dists]).toEqual([name, expect.arrayContaining([`${home}/dist`])]);
      const install = stage('production').lines.find(({ rest }) => rest.startsWith('npm ci'))?.rest;
      expect(install).toContain('--omit=dev');
      expect(install).toContain(`-w @stegvis/${name}`);
      const builds = stage('build').lines.find(({ rest }) => rest.includes('run-many'))?.rest;
      expect(builds).toContain(`@stegvis/${name}`);
    }
  });

  it('starts programs that there are, as an account without rights', () => {
    for (const name of ours) {
      const lines = said(name);
      expect([name, lines.find(({ verb }) => verb === 'USER')?.rest]).toEqual([name, 'node']);
      const programs = lines.filter(({ verb }) => verb === 'CMD' || verb === 'ENTRYPOINT').flatMap(({ rest }) => JSON.parse(rest));
      const scripts = programs.filter((/** @type {string} */ word) => word.endsWith('.js'));
      expect([name, scripts.length, scripts.filter((/** @type {string} */ path) => !isMade(path))]).toEqual([name, 1, []]);
    }
    const database = JSON.parse(said('database').findLast(({ verb }) => verb === 'CMD')?.rest ?? '[]');
    expect(read('apps/database/src/command.ts')).toMatch(new RegExp(`commands[\\s\\S]*\\b${database[0]}:`));
  });

  it('runs the Node that is said to be the least, or a newer one', () => {
    const { node } = JSON.parse(read('package.json')).engines;
    const images = stages.filter(({ from }) => !stages.some((one) => one.name === from)).map(({ from }) => /^node:(\d+)-/.exec(from)?.[1]);
    expect(images.every((major) => Number(major) === 24)).toBe(true);
    expect(Number.parseInt(node.replace('>=', ''), 10)).toBeLessThanOrEqual(24);
  });
});

/** Whether .dockerignore lets it through: it names what is sent at the top. @param {string} source */
const isSent = (source) => read('.dockerignore').includes(`\n!${source.split('/')[0]}\n`);

describe('the compose file', () => {
  it('builds targets of the Dockerfile', () => {
    for (const name of ours) {
      expect(service(name).build).toEqual({ context: '..', dockerfile: 'docker/Dockerfile', target: name });
      expect(stage(name).name).toBe(name);
    }
  });

  it('sets only variables that Stegvis reads', async () => {
    const known = new Set([...read('libs/platform/src/settings/settings.ts').matchAll(/^ {2}([A-Z_]+): variable\(/gm)].map(([, name]) => name));
    expect(known.size).toBeGreaterThan(15);
    const set = ours.flatMap((name) => Object.keys(environmentOf(name)).map((variable) => `${name} ${variable}`));
    expect(set.filter((one) => !known.has(one.split(' ')[1]) && !one.endsWith(' NODE_ENV'))).toEqual([]);
    for (const name of ours) expect([name, environmentOf(name).STEGVIS_DEMO]).toEqual([name, 'off']);
  });

  it('tells in .env.example of every variable that it wants', () => {
    const wanted = new Set([...composeText.matchAll(/\$\{(\w+)/g)].map(([, name]) => name));
    const listed = [...read('docker/.env.example').matchAll(/^(\w+)=/gm)].map(([, name]) => name);
    expect(listed.sort()).toEqual([...wanted].sort());
  });

  it('lets the owner of the tables sign in from the one-shot commands only', () => {
    const made = read('docker/postgres/make-roles.sh');
    expect(made).toMatch(/create role stegvis_owner login createrole nosuperuser .*nobypassrls/);
    expect(made).toMatch(/create role stegvis_backup login nosuperuser .* bypassrls/);
    expect(environmentOf('database').DATABASE_URL).toContain('//stegvis_owner:');
    for (const name of ['api', 'worker']) expect(new URL(environmentOf(name).DATABASE_URL ?? '').username).toBe('');
    const variables = [...made.matchAll(/"\$(\w+)"/g)].map(([, name]) => name);
    expect(Object.keys(service('postgres').environment ?? {})).toEqual(expect.arrayContaining(variables));
  });

  it('gives the secret file to those who need it, and to be written to only the one that makes it', () => {
    for (const name of ours) {
      const folder = environmentOf(name).STEGVIS_SECRETS?.replace(/\/[^/]+$/, '');
      expect([name, service(name).volumes]).toEqual([name, [`secrets:${folder}${name === 'database' ? '' : ':ro'}`]]);
    }
  });

  it('names volumes and folders that there are', () => {
    const used = Object.values(compose.services).flatMap(({ volumes = [] }) => volumes.map((one) => one.split(':')[0] ?? ''));
    const folders = used.filter((one) => one.startsWith('.'));
    expect(used.filter((one) => !one.startsWith('.')).filter((one) => !(one in compose.volumes))).toEqual([]);
    expect(folders.filter((one) => !existsSync(join(root, 'docker', one)))).toEqual([]);
  });

  it('agrees on ports', () => {
    const { PORT } = environmentOf('api');
    const { ports = [], expose = [] } = service('api');
    expect(ports.map((one) => one.split(':').at(-1))).toEqual([PORT]);
    expect(said('api').find(({ verb }) => verb === 'EXPOSE')?.rest).toBe(PORT);
    // The metrics stay inside, and each process that there may be more of takes a port of a range.
    expect(ports.every((one) => /:\$\{\w+:-\d+-\d+\}:\d+$/.test(one) && one.startsWith('127.0.0.1:'))).toBe(true);
    for (const name of ['api', 'worker']) expect([name, service(name).expose]).toEqual([name, [environmentOf(name).METRICS_PORT]]);
    expect(expose).not.toContain(PORT);
    for (const name of ['api', 'worker']) expect(service(name).container_name).toBeUndefined();
    expect(environmentOf('worker').REDIS_URL).toBe('redis://redis:6379');
    for (const name of ours) expect(new URL(environmentOf(name).DATABASE_URL?.replaceAll(/\$\{\w+\}/g, 'x') ?? '').host).toBe('postgres:5432');
  });

  it('trusts what comes from its own network, by which a proxy on the machine reaches a container, and no other', () => {
    /** @param {string | undefined} text such as `${NAME:-what it is otherwise}` */
    const otherwise = (text) => /^\$\{\w+:-(.+)\}$/.exec(text ?? '')?.[1];
    const network = otherwise(compose.networks.default.ipam.config[0]?.subnet);
    expect(network).toMatch(/^172\.\d+\.\d+\.0\/24$/);
    expect(otherwise(environmentOf('api').TRUSTED_PROXIES)).toBe(`loopback,${network}`);
    const example = read('docker/.env.example');
    expect([example.includes(`\nSTEGVIS_SUBNET=${network}\n`), example.includes(`\nTRUSTED_PROXIES=loopback,${network}\n`)]).toEqual([true, true]);
  });

  it('starts things in an order that works, and keeps them going', () => {
    for (const { depends_on = {} } of Object.values(compose.services))
      for (const [name, { condition }] of Object.entries(depends_on)) {
        if (condition === 'service_healthy') expect([name, service(name).healthcheck !== undefined]).toEqual([name, true]);
        else expect([name, condition, service(name).restart]).toEqual([name, 'service_completed_successfully', 'no']);
      }
    for (const name of ['api', 'worker'])
      expect(service(name).depends_on).toMatchObject({ database: { condition: 'service_completed_successfully' } });
    for (const [name, { restart }] of Object.entries(compose.services))
      expect([name, restart]).toEqual([name, name === 'database' ? 'no' : 'unless-stopped']);
    expect(service('redis').command?.join(' ')).toContain('--maxmemory-policy noeviction');
    expect(service('postgres').image).toBe('postgres:18');
    expect(said('api').some(({ verb, rest }) => verb === 'HEALTHCHECK' && rest.includes('/health/ready'))).toBe(true);
  });
});
