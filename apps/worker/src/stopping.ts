import { Injectable } from '@nestjs/common';

/** The worker is being stopped, and a long job ends between two of its steps. It is done again by the next worker. */
export class WorkerStops extends Error {}

/** Whether the worker is being stopped. */
@Injectable()
export class Stopping {
  private asked = false;

  ask(): void {
    this.asked = true;
  }

  /** Throws `WorkerStops` when the worker is being stopped. */
  refuseToGoOn(): void {
    if (this.asked) throw new WorkerStops();
  }
}
