import { mostTurnedTo } from '@stegvis/contracts/lists/list';

/** People and their pages are forgotten in whole minutes, so that what is remembered is never swept through. */
const forgetsAfter = mostTurnedTo.seconds * 1000;

/** The pages that this process knows somebody to have turned to of late: they were counted, and are free. A memory, and no count. */
export class TurnedTo {
  private readonly pages = new Map<string, Set<string>>();
  private since = 0;

  has(staffId: string, page: string): boolean {
    this.forget();
    return this.pages.get(staffId)?.has(page) ?? false;
  }

  add(staffId: string, page: string): void {
    this.forget();
    const own = this.pages.get(staffId) ?? new Set();
    this.pages.set(staffId, own.add(page));
  }

  private forget(): void {
    const now = performance.now();
    if (now - this.since < forgetsAfter) return;
    this.pages.clear();
    this.since = now;
  }
}
