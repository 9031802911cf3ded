/** Milliseconds after the last key or touch for which somebody counts as being there. */
const there = 60_000;

let lastTouched = Date.now();

/** Notes that somebody is there. */
export function noteTouch(): void {
  lastTouched = Date.now();
}

for (const event of ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const)
  globalThis.addEventListener?.(event, noteTouch, { capture: true, passive: true });

/** Whether somebody has touched the page within the last minute. What the page asks by itself later does not keep a session going. */
export const isAttended = (): boolean => Date.now() - lastTouched < there;
