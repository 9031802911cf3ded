/** The token of the process's one `QueueConnection`. */
export const queueConnection = 'queue-connection';
