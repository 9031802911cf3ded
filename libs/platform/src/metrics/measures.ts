import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Everything that this process measures. A label's value is one of a few words of the program: never an id, a name or an address. */
export const registry = new Registry();

/** How often something happened and how long it took, in seconds; the buckets are upper bounds in seconds. */
export const histogram = <Label extends string>(name: string, help: string, labelNames: Label[], buckets: number[]): Histogram<Label> =>
  new Histogram({ name, help, labelNames, buckets, registers: [registry] });

/** A figure that goes up and down. `collect` sets it whenever the metrics are read. */
export const gauge = <Label extends string>(name: string, help: string, labelNames: Label[], collect?: (own: Gauge<Label>) => void): Gauge<Label> => {
  const own: Gauge<Label> = new Gauge({ name, help, labelNames, registers: [registry], ...(collect && { collect: () => collect(own) }) });
  return own;
};

/** Memory, processor time, event loop and garbage collection of this process. */
export const measureProcess = (): void => collectDefaultMetrics({ register: registry });
