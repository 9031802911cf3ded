/** What protects whoever reads an answer, header by header: on all of them, on data, and on pages. */
const onAll: Readonly<Record<string, RegExp>> = {
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'origin-agent-cluster': /^\?1$/,
  'referrer-policy': /^no-referrer$/,
  'x-content-type-options': /^nosniff$/,
  'x-dns-prefetch-control': /^off$/,
  'x-download-options': /^noopen$/,
  'x-frame-options': /^(DENY|SAMEORIGIN)$/,
  'x-permitted-cross-domain-policies': /^none$/,
  'x-xss-protection': /^0$/,
};
export const expectedHeaders = {
  data: {
    ...onAll,
    'content-security-policy': /^default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'$/,
    'cache-control': /^no-store$/,
  },
  page: { ...onAll, 'content-security-policy': /default-src 'none';.*script-src 'self' 'nonce-[^']+'.*frame-ancestors 'none'/ },
} as const satisfies Record<string, Readonly<Record<string, RegExp>>>;

/** The protecting headers that an answer is without. */
export function unprotected(kind: keyof typeof expectedHeaders, path: string, headers: Headers): string[] {
  return Object.entries<RegExp>(expectedHeaders[kind]).flatMap(([name, right]) =>
    right.test(headers.get(name) ?? '') ? [] : [`${path} has ${name}: ${headers.get(name)}`],
  );
}
