import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { getDataSourceToken } from '@nestjs/typeorm';
import { histogram, MetricsServer, measurePool } from '@stegvis/platform/metrics';
import { settings } from '@stegvis/platform/settings';
import type { FastifyReply, FastifyRequest } from 'fastify';

type Source = Parameters<typeof measurePool>[1];

const requestSeconds = histogram(
  'stegvis_http_request_duration_seconds',
  'HTTP requests by the pattern of their route, not by their address',
  ['method', 'route', 'status'],
  [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15],
);

/** Measures requests and connections, and serves the figures on METRICS_PORT. Without that port nothing is measured. */
@Injectable()
export class Metrics implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly server = new MetricsServer();

  constructor(
    private readonly http: HttpAdapterHost<FastifyAdapter>,
    @Inject(getDataSourceToken()) private readonly api: Source,
    @Inject(getDataSourceToken('auth')) private readonly auth: Source,
  ) {}

  onModuleInit(): void {
    if (settings().METRICS_PORT === undefined) return;
    measurePool('api', this.api);
    measurePool('auth', this.auth);
    this.http.httpAdapter.getInstance().addHook('onResponse', async (request: FastifyRequest, reply: FastifyReply) => {
      const labels = { method: request.method, route: request.routeOptions.url ?? 'none', status: `${Math.floor(reply.statusCode / 100)}xx` };
      requestSeconds.observe(labels, reply.elapsedTime / 1000);
    });
  }

  onApplicationBootstrap(): Promise<void> {
    return this.server.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.server.stop();
  }
}
