import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { sessionCookie } from '../auth/session-cookie.js';

/** Serves the API's description at /api/openapi.json, and pages for people at /api/docs. */
export function serveOpenApi(app: NestFastifyApplication): void {
  const { name } = sessionCookie();
  const about = new DocumentBuilder()
    .setTitle('Stegvis')
    .setDescription(
      'Case management for Supported Employment projects. Lists speak the JSON-Server dialect; refusals are problem documents (RFC 9457).',
    )
    .setVersion('0.1')
    .addCookieAuth(name)
    .build();
  const document = SwaggerModule.createDocument(app, about);
  SwaggerModule.setup('api/docs', app, document, { jsonDocumentUrl: 'api/openapi.json', raw: ['json'] });
}
