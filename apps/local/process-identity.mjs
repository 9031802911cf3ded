/** Which process a number means: numbers are used again, so a number alone would let us stop a stranger. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * @typedef {{ pid: number, began: string }} Identity
 * @param {number} pid
 * @returns {Identity | null} null when there is no such process
 */
export function identify(pid) {
  const began = process.platform === 'linux' ? beganOnLinux(pid) : beganByPs(pid);
  return began ? { pid, began } : null;
}

/** What /proc says of a process after its name in brackets, which may hold spaces: state, parent, … @param {number} pid */
function fieldsOnLinux(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
  } catch {
    return null;
  }
}

/** @param {number} pid */
function beganOnLinux(pid) {
  const fields = fieldsOnLinux(pid);
  const ended = !fields || fields[0] === 'Z' || fields[0] === 'X';
  return ended ? null : (fields[19] ?? null);
}

/** @param {number} pid @returns {number} 0 when there is none */
export function parentOf(pid) {
  if (process.platform === 'linux') return Number(fieldsOnLinux(pid)?.[1] ?? 0);
  return Number(spawnSync('ps', ['-o', 'ppid=', '-p', String(pid)], { encoding: 'utf8' }).stdout);
}

/** @param {number} pid */
function beganByPs(pid) {
  const { stdout } = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
  return stdout?.trim() || null;
}

/** What the process was started as. @param {number} pid */
export function commandLine(pid) {
  if (process.platform !== 'linux') return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? '';
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}

/** @param {Identity} identity */
export function isAlive(identity) {
  return identify(identity.pid)?.began === identity.began;
}

/**
 * Asks these processes to stop, waits, and ends by force those that did not.
 * @param {Identity[]} identities @param {number} patience in milliseconds
 * @returns {Promise<boolean>} whether all of them stopped when asked
 */
export async function stopProcesses(identities, patience) {
  for (const identity of identities) if (isAlive(identity)) signal(identity.pid, 'SIGTERM');
  const until = performance.now() + patience;
  while (identities.some(isAlive) && performance.now() < until) await new Promise((next) => setTimeout(next, 50));
  const stubborn = identities.filter(isAlive);
  for (const identity of stubborn) signal(identity.pid, 'SIGKILL');
  return stubborn.length === 0;
}

/** @param {number} pid @param {NodeJS.Signals} name */
function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended in the meantime, which is what we wanted.
  }
}
