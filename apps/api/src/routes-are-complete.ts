import { Injectable, type OnApplicationBootstrap, RequestMethod } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { Verb } from '@stegvis/contracts/permissions/permissions';
import { allowedVerb, openToAll } from './auth/allow.js';
import { type DeclaredResponse, declaredResponse } from './responses/responds-with.js';

/** A route as its decorators declare it. */
export interface Route {
  /** `Controller.method`, for a message. */
  name: string;
  method: string;
  path: string;
  verb: Verb | undefined;
  open: boolean;
  response: DeclaredResponse | undefined;
}

/** Refuses to start when a route has no permission or no declared response: such a route would leak. */
@Injectable()
export class RoutesAreComplete implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onApplicationBootstrap(): void {
    const faults = this.routes().flatMap((route) => [
      ...(route.open || route.verb ? [] : [`${route.name} says no verb`]),
      ...(route.response ? [] : [`${route.name} declares no response`]),
    ]);
    if (faults.length > 0) throw new Error(`Routes are not complete:\n  ${faults.join('\n  ')}`);
  }

  /** Every route of the API. */
  routes(): Route[] {
    return this.discovery.getControllers().flatMap(({ metatype, instance }) => {
      if (!metatype || !instance) return [];
      const prototype = Object.getPrototypeOf(instance) as Record<string, object>;
      const base = String(Reflect.getMetadata('path', metatype));
      return this.scanner
        .getAllMethodNames(prototype)
        .filter((name) => Reflect.hasMetadata('method', prototype[name] as object))
        .map((name) => routeOf(`${metatype.name}.${name}`, base, prototype[name] as object));
    });
  }
}

function routeOf(name: string, base: string, handler: object): Route {
  const path = `/${base}/${String(Reflect.getMetadata('path', handler))}`.replaceAll(/\/+/g, '/').replace(/\/$/, '');
  return {
    name,
    method: RequestMethod[Reflect.getMetadata('method', handler) as number] ?? '',
    path,
    verb: Reflect.getMetadata(allowedVerb, handler) as Verb | undefined,
    open: Reflect.getMetadata(openToAll, handler) === true,
    response: Reflect.getMetadata(declaredResponse, handler) as DeclaredResponse | undefined,
  };
}
