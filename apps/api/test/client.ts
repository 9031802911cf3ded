/** What came back. */
export interface Answer<T = unknown> {
  status: number;
  body: T;
  headers: Headers;
}

/** A browser's manners in a few lines: keeps its cookies, and says where its requests come from. */
export class Client {
  private readonly cookies = new Map<string, string>();

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
        ...(this.cookies.size > 0 && { Cookie: this.cookie }),
        ...headers,
      },
    });
    for (const set of response.headers.getSetCookie()) this.keep(set);
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

  /** The session's cookie as it is sent, for those who want to misuse it. */
  get session(): string {
    return [...this.cookies].filter(([name]) => /^(__Host-)?stegvis$/.test(name)).map(([name, value]) => `${name}=${value}`)[0] ?? '';
  }

  cookieOf(name: string): string {
    return this.cookies.get(name) ?? '';
  }

  private get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  private keep(set: string): void {
    const [name = '', value = ''] = (set.split(';')[0] ?? '').split('=');
    if (value) this.cookies.set(name, value);
    else this.cookies.delete(name);
  }

  static async signedIn(url: string, email: string, password = 'stegvis-demo'): Promise<Client> {
    const client = new Client(url);
    const { status } = await client.post('/api/auth/sign-in', { email, password });
    if (status !== 200) throw new Error(`${email} could not sign in: ${status}`);
    return client;
  }
}
