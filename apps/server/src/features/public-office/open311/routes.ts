import type { TenantActor } from '@huiyin/domain';
import { inLocale, type Localized } from '@huiyin/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Callers, HttpError, type Routes } from '../../../http/callers.ts';
import type { PublicOffice, PublicOffices } from '../public-offices.ts';
import { answerList, answerOne, FORMATS, type Format } from './answer.ts';
import type { RequestFilter } from './requests.repository.ts';
import type { Open311Requests } from './requests.ts';
import { definitionOf, servicesOf } from './services.ts';

const SPECIFICATION = 'http://wiki.open311.org/GeoReport_v2';
/** When what is offered here last changed its shape. */
const CHANGESET = '2026-11-25T00:00:00Z';
const REQUESTS = { list: 'service_requests', item: 'request' } as const;
/** Without an end or a beginning, and at most, the specification lists ninety days. */
const SPAN_MS = 90 * 86_400_000;

interface Asked {
  Params: { office: string; code: string; id: string };
  Querystring: Record<string, string | undefined>;
  Body: URLSearchParams;
}

type Handler = (
  office: PublicOffice,
  call: { readonly request: FastifyRequest<Asked>; readonly reply: FastifyReply; readonly format: Format },
) => FastifyReply | Promise<FastifyReply>;

/**
 * Open311 GeoReport v2 (http://wiki.open311.org/GeoReport_v2) of each office that offers it, below
 * `/open311/v2/<short name>/`: `discovery`, `services`, `services/<code>`, `requests`, `requests/<id>` and
 * `tokens/<id>`, each as `.json` and `.xml`. Reading needs no key; `POST requests` needs one of the office's API keys
 * that may register complaints.
 */
export function open311Routes(options: {
  readonly offices: PublicOffices;
  readonly requests: Open311Requests;
  readonly publicUrl: string;
}): Routes {
  const { offices, requests, publicUrl } = options;
  return async (root, callers) => {
    await root.register(async (app) => {
      app.addContentTypeParser(
        'application/x-www-form-urlencoded',
        { parseAs: 'string' },
        async (_request: FastifyRequest, body: string) => new URLSearchParams(body),
      );
      const route = (method: 'GET' | 'POST', path: string, handle: Handler) => {
        for (const format of FORMATS) {
          app.route<Asked>({
            method,
            url: `/open311/v2/:office/${path}.${format}`,
            handler: async (request, reply) => {
              try {
                const office = await officeOf(offices, request);
                return await handle(office, { request, reply, format });
              } catch (error) {
                if (!(error instanceof HttpError)) throw error;
                const description = inLocale(error.text, callers.localeOf(request));
                return answerErrors(reply, { format, status: error.status, descriptions: [description] });
              }
            },
          });
        }
      };

      route('GET', 'discovery', (office, { reply, format }) =>
        answerOne(reply, { format, name: 'discovery', item: discoveryOf(office, publicUrl) }),
      );
      route('GET', 'services', (office, { request, reply, format }) => {
        const items = servicesOf(office, callers.localeOf(request));
        return answerList(reply, { format, named: { list: 'services', item: 'service' }, items });
      });
      route('GET', 'services/:code', (office, { request, reply, format }) => {
        const { code } = request.params;
        const attributes = definitionOf(office, { code, locale: callers.localeOf(request) });
        if (!attributes) throw NO_SERVICE;
        return answerOne(reply, {
          ...{ format, name: 'service_definition' },
          item: { service_code: code, attributes },
        });
      });
      route('GET', 'requests', async (office, { request, reply, format }) => {
        const { query } = request;
        const status = query['status']?.split(',');
        const items = await requests.list(office, {
          ...{ filter: filterOf(query), locale: callers.localeOf(request) },
          ...(status ? { status } : {}),
        });
        return answerList(reply, { format, named: REQUESTS, items });
      });
      for (const path of ['requests', 'tokens']) {
        route('GET', `${path}/:id`, async (office, { request, reply, format }) => {
          const filter = { numbers: [request.params.id] };
          const items = await requests.list(office, { filter, locale: callers.localeOf(request) });
          if (items.length === 0) throw NO_REQUEST;
          // A request has its number at once: its token is the number.
          const tokens = items.map(({ service_request_id }) => ({
            service_request_id,
            token: service_request_id,
          }));
          return answerList(reply, { format, named: REQUESTS, items: path === 'tokens' ? tokens : items });
        });
      }
      route('POST', 'requests', async (office, { request, reply, format }) => {
        const form = request.body ?? new URLSearchParams();
        const actor = await clientOf(callers, { office, request, form });
        const key = request.headers['idempotency-key'];
        const added = await requests.add(office, {
          actor,
          form,
          key: typeof key === 'string' ? key : undefined,
        });
        const locale = callers.localeOf(request);
        if (!added.ok) {
          const descriptions = added.refusals.map(
            ({ field, message }) => `${field ? `${field}: ` : ''}${inLocale(message, locale)}`,
          );
          const forbidden = added.refusals.some(({ code }) => code === 'FORBIDDEN');
          return answerErrors(reply, { format, status: forbidden ? 403 : 400, descriptions });
        }
        const items = [{ service_request_id: added.number, service_notice: '', account_id: '' }];
        return answerList(reply, { format, named: REQUESTS, items, status: 201 });
      });
    });
  };
}

/** An office that does not offer it is, for this, not there. */
async function officeOf(offices: PublicOffices, request: FastifyRequest<Asked>): Promise<PublicOffice> {
  const { office: slug } = request.params;
  const asked = request.query['jurisdiction_id'] ?? slug;
  const office = asked === slug ? await offices.find(slug) : undefined;
  if (!office?.office.publicPage.offersOpen311) throw NO_OFFICE;
  return office;
}

/** Whoever's key is sent, in the form as GeoReport says or as to the rest of the API. */
async function clientOf(
  callers: Callers,
  options: {
    readonly office: PublicOffice;
    readonly request: FastifyRequest;
    readonly form: URLSearchParams;
  },
): Promise<TenantActor> {
  const { office, request, form } = options;
  const key = form.get('api_key');
  const actor = await callers
    .actorOf(key === null ? request : { headers: { authorization: `Bearer ${key}` } })
    .catch((error: unknown) => {
      throw error instanceof HttpError ? NO_KEY : error;
    });
  if (actor.kind !== 'apiClient' || actor.tenantId !== office.office.tenantId) throw NO_KEY;
  return actor;
}

function filterOf(query: Asked['Querystring']): RequestFilter {
  const list = (key: string) => query[key]?.split(',').map((text) => text.trim());
  const numbers = list('service_request_id');
  // Asked for by number, a request is found however old it is.
  if (numbers) return { numbers };
  const to = timeOf(query, 'end_date') ?? new Date();
  const earliest = new Date(to.getTime() - SPAN_MS);
  const from = timeOf(query, 'start_date') ?? earliest;
  const categories = list('service_code');
  return { ...(categories ? { categories } : {}), from: from < earliest ? earliest : from, to };
}

function timeOf(query: Asked['Querystring'], key: string): Date | undefined {
  const text = query[key];
  if (text === undefined) return undefined;
  const time = new Date(text);
  if (Number.isNaN(time.getTime())) {
    throw badRequest({
      zh: `${key} 应为时间，例如 2026-09-24T09:00:00Z。`,
      en: `${key}: give a time such as 2026-09-24T09:00:00Z.`,
    });
  }
  return time;
}

function discoveryOf({ slug, office }: PublicOffice, publicUrl: string): object {
  const say = ({ zh, en }: Localized) => `${zh} ${en}`;
  return {
    changeset: CHANGESET,
    contact: office.publicPage.phone ?? office.name,
    key_service: say({
      zh: '接口密钥由该单位的管理员签发。',
      en: 'API keys are issued by the administrator of the office.',
    }),
    endpoints: [
      {
        specification: SPECIFICATION,
        url: `${publicUrl}/open311/v2/${slug}`,
        changeset: CHANGESET,
        type: 'production',
        formats: ['application/json', 'text/xml'],
      },
    ],
  };
}

function answerErrors(
  reply: FastifyReply,
  problem: { readonly format: Format; readonly status: number; readonly descriptions: readonly string[] },
): FastifyReply {
  const { format, status, descriptions } = problem;
  const items = descriptions.map((description) => ({ code: status, description }));
  return answerList(reply, { format, named: { list: 'errors', item: 'error' }, items, status });
}

const badRequest = (text: Localized) => new HttpError(400, 'BAD_REQUEST', text);
const NO_OFFICE = new HttpError(404, 'NOT_FOUND', {
  zh: '没有这个单位，或者它未开放 Open311（jurisdiction_id）。',
  en: 'There is no such office, or it does not offer Open311 (jurisdiction_id).',
});
const NO_SERVICE = new HttpError(404, 'NOT_FOUND', {
  zh: '没有这个服务代码（service_code）。',
  en: 'There is no such service_code.',
});
const NO_REQUEST = new HttpError(404, 'NOT_FOUND', {
  zh: '没有这个编号的请求（service_request_id）。',
  en: 'There is no request of that service_request_id.',
});
const NO_KEY = new HttpError(403, 'FORBIDDEN', {
  zh: '缺少本单位的有效密钥（api_key）。',
  en: 'A valid api_key of this office is missing.',
});
