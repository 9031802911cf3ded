import { BullModule } from '@nestjs/bullmq';
import { type DynamicModule, Module } from '@nestjs/common';
import { jobNames } from '../doorbell/jobs.js';
import { openQueue } from './connection.js';
import { Queues } from './queues.js';
import { queueConnection } from './tokens.js';

/** Opens the connection before anything is made that needs it, and checks it. */
@Module({
  providers: [
    {
      provide: queueConnection,
      useFactory: async () => {
        const connection = openQueue();
        await connection.check();
        return connection;
      },
    },
  ],
  exports: [queueConnection],
})
class QueueConnectionModule {}

/** The queues as a worker has them. Only the worker imports this: the API writes rows, and rings. */
@Module({})
// biome-ignore lint/complexity/noStaticOnlyClass: a Nest module is a class
export class QueueModule {
  static forWorker(): DynamicModule {
    return {
      module: QueueModule,
      global: true,
      imports: [
        QueueConnectionModule,
        BullModule.forRootAsync({
          imports: [QueueConnectionModule],
          inject: [queueConnection],
          useFactory: ({ options, prefix }: ReturnType<typeof openQueue>) => ({ connection: options, prefix }),
        }),
        BullModule.registerQueue(...jobNames.map((name) => ({ name }))),
      ],
      providers: [Queues],
      exports: [Queues, QueueConnectionModule],
    };
  }
}
