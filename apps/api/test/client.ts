/** What came back. */
export interface Answer<T = unknown> {
  status: number;
  body: T;
  headers: Headers;
}

/** A browser's manners in a few lines: keeps the session's cookie, and says where its requests come from. */
export class Client {
  private cookie = '';

  constructor(
    readonly url: string,
    private readonly language = 'sv',
  ) {}

  async send<T = unknown>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer<T>> {
    const raw = typeof body === 'string' ? body : body === undefined ? undefined : JSON.stringify(body);
    const response = await fetch(`${this.url}${path}`, {
      method,
      body: raw,
      redirect: 'manual',
      headers: {
        Origin: this.url,
        'Accept-Language': this.language,
        ...(raw !== undefined && { 'Content-Type': 'application/json' }),
        ...(this.cookie && { Cookie: this.cookie }),
        ...headers,
      },
    });
    const set = response.headers.getSetCookie()[0];
    if (set) this.cookie = set.split(';')[0] ?? '';
    const text = await response.text();
    const json = (response.headers.get('content-type') ?? '').includes('json');
    return { status: response.status, body: (json && text ? JSON.parse(text) : text) as T, headers: response.headers };
  }

  get<T = unknown>(path: string, headers?: Record<string, string>): Promise<Answer<T>> {
    return this.send<T>('GET', path, undefined, headers);
  }

  post<T = unknown>(path: string, body: unknown = {}, headers?: Record<string, string>): Promise<Answer<T>> {
    return this.send<T>('POST', path, body, headers);
  }

  put<T = unknown>(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer<T>> {
    return this.send<T>('PUT', path, body, headers);
  }

  /** The cookie as it is sent, for those who want to misuse it. */
  get session(): string {
    return this.cookie;
  }

  static async signedIn(url: string, email: string, password = 'stegvis-demo'): Promise<Client> {
    const client = new Client(url);
    const { status } = await client.post('/api/auth/sign-in', { email, password });
    if (status !== 200) throw new Error(`${email} could not sign in: ${status}`);
    return client;
  }
}
