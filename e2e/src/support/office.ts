import type { Product } from './product.ts';

/** One organisation of the demo, with its key. */
export interface DemoOrganization {
  readonly slug: string;
  readonly sector: string;
  readonly apiKey: string;
  readonly signIns: readonly { readonly role: string; readonly email: string; readonly password: string }[];
}

export function demoOrganizations(product: Product): readonly DemoOrganization[] {
  return product.demo<{ organizations: readonly DemoOrganization[] }>().organizations;
}

/** The demo's organisation of this sector. */
export function organizationOf(product: Product, sector: string): DemoOrganization {
  const found = demoOrganizations(product).find((each) => each.sector === sector);
  if (!found) throw new Error(`The demo has no ${sector}.`);
  return found;
}

/** A program that calls the API: with the key of an organisation, as third parties write one, or as a member. */
export class Client {
  readonly #url: () => string;
  readonly #headers: Readonly<Record<string, string>>;

  /**
   * @param product asked at every call: after a restart it answers elsewhere
   * @param caller the sector of the organisation whose key is used, or the cookie of a member who has signed in
   */
  constructor(product: () => Product, caller: string | { readonly cookie: string }) {
    this.#url = () => product().url;
    this.#headers =
      typeof caller === 'string'
        ? { authorization: `Bearer ${organizationOf(product(), caller).apiKey}` }
        : caller;
  }

  /** What GraphQL answers. @throws Error when the answer is an error, TypeError when there is none */
  async ask<Data>(query: string, variables: object = {}): Promise<Data> {
    const response = await fetch(`${this.#url()}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...this.#headers },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data?: Data; errors?: readonly object[] };
    if (!data || errors) throw new Error(JSON.stringify(errors));
    return data;
  }

  /** Carries something out; the id of what it gives. @throws Error with why it was refused */
  async mutate(name: string, input: object): Promise<string> {
    const noun = name.replace(/[A-Z].*/, '');
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const { payload } = await this.ask<{
      payload: Record<string, unknown> & { readonly userErrors: readonly object[] };
    }>(
      `mutation ($input: ${type}!) {
        payload: ${name}(input: $input) { ${noun} { id } userErrors { field message } } }`,
      { input },
    );
    const made = payload[noun] as { readonly id: string } | null;
    if (!made || payload.userErrors.length > 0) throw new Error(JSON.stringify(payload));
    return made.id;
  }

  /** Keeps a file on the server; its hash. */
  async upload(name: string, content: string): Promise<string> {
    const body = new FormData();
    body.append('file', new Blob([content]), name);
    const response = await fetch(`${this.#url()}/files`, { method: 'POST', headers: this.#headers, body });
    if (response.status !== 201) throw new Error(await response.text());
    return ((await response.json()) as { file: string }).file;
  }
}
