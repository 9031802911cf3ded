const forgetful = { getItem: () => null, setItem: () => undefined };

/**
 * The window for a router that would keep things in the session's storage: this one forgets them. Nothing of ours stays behind in a browser,
 * and asking for the storage would stop the first page until another process has answered.
 */
export const windowWithoutStorage = (): Window =>
  new Proxy<Window>(window, {
    get: (real, name) => {
      if (name === 'sessionStorage') return forgetful;
      const value: unknown = Reflect.get(real, name);
      return typeof value === 'function' ? value.bind(real) : value;
    },
  });
