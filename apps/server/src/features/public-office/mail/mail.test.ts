import { once } from 'node:events';
import { connect } from 'node:net';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type CallerHeaders,
  openTestApi,
  type TestApi,
  type TestOrganization,
} from '../../../testing/api.fixture.ts';
import { type MailServer, openMailServer } from './mail-server.ts';

/** Letters by e-mail, sent by a mail program over a real connection. */

const DOMAIN = 'complaints.example.org';
const FROM = '周敏 <zhou.min@example.org>';
const PDF = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');

let api: TestApi;
let office: TestOrganization;
let supervisor: CallerHeaders;
let server: MailServer;
const troubles: unknown[] = [];

beforeAll(async () => {
  api = await openTestApi();
  office = await api.organization('TOURISM', ['SUPERVISOR', 'ADMINISTRATOR']);
  supervisor = await api.signedIn(office, 'SUPERVISOR');
  await take(office, true);
  const { publicOffices, mailIntake, attempts } = api.office.services;
  server = await openMailServer({
    ...{ host: '127.0.0.1', port: 0, domain: DOMAIN, offices: publicOffices, intake: mailIntake, attempts },
    onTrouble: (error) => troubles.push(error),
  });
});
afterAll(async () => {
  await server?.close();
  await api?.close();
  expect(troubles).toEqual([]);
});

async function take(organization: TestOrganization, takesMail: boolean) {
  const { data } = await api.graphql(
    await api.signedIn(organization, 'ADMINISTRATOR'),
    'mutation ($input: PublicPageSaveInput!) { publicPageSave(input: $input) { publicPage { takesMail } userErrors { code } } }',
    { input: { takesMail } },
  );
  expect(data.publicPageSave).toEqual({ publicPage: { takesMail }, userErrors: [] });
}

async function send(letter: SendMailOptions, slug = office.slug) {
  const transport = createTransport({ host: '127.0.0.1', port: server.port, secure: false });
  try {
    return await transport.sendMail({ from: FROM, to: `${slug}@${DOMAIN}`, ...letter });
  } finally {
    transport.close();
  }
}

interface Found {
  readonly id: string;
  readonly number: string;
}

async function complaints(search: string): Promise<readonly Found[]> {
  const { data, errors } = await api.graphql(
    supervisor,
    `query ($filter: ComplaintFilterInput) { complaints(first: 20, filter: $filter) { edges { node {
      id number title content channel disclosure status complainant { name email } evidence { title kind }
      history { type summary } } } } }`,
    { filter: { search } },
  );
  expect(errors).toBeUndefined();
  return data.complaints.edges.map(({ node }: { node: Found }) => node);
}

describe('a letter to an office', () => {
  test('becomes a complaint with its sender, its words and its files', async () => {
    await send({
      ...{ subject: '莲花山景区检票混乱', text: '检票口排队两小时，没有人疏导。' },
      attachments: [{ filename: '门票.pdf', content: PDF }],
    });
    expect(await complaints('莲花山景区检票混乱')).toEqual([
      expect.objectContaining({
        ...{ title: '莲花山景区检票混乱', channel: 'EMAIL', disclosure: 'NAMED', status: 'REGISTERED' },
        content: '检票口排队两小时，没有人疏导。',
        complainant: expect.objectContaining({ name: '周敏' }),
        evidence: [{ title: '门票.pdf', kind: 'FILE' }],
      }),
    ]);
  });

  test('delivered twice is one complaint', async () => {
    const letter = { messageId: '<twice@example.org>', subject: '送达两次的信', text: '导游中途甩团。' };
    await send(letter);
    await send(letter);
    expect(await complaints('送达两次的信')).toHaveLength(1);
  });

  test('in a Chinese encoding and as HTML alone is read as it was meant', async () => {
    await send({ subject: '网页格式的信', html: '<p>导游<b>强迫购物</b></p><p>要求退款</p>' });
    const [found] = await complaints('网页格式的信');
    expect(found).toMatchObject({ content: expect.stringMatching(/导游.*强迫购物[\s\S]*要求退款/) });
    expect(found).toMatchObject({ content: expect.not.stringContaining('<') });
  });
});

describe('an answer with the number in its subject', () => {
  test('goes to the case of its sender, without what it quotes', async () => {
    await send({ subject: '酒店取消预订', text: '到店后被告知没有房间。' });
    const [complaint] = await complaints('酒店取消预订');
    await send({
      subject: `Re: 【${complaint?.number}】已收到您的来信`,
      text: '补充：订单号 A-778。\n\n在 2026年11月20日，旅游质监所 写道：\n> 您好',
    });
    const [after] = await complaints('酒店取消预订');
    expect(after).toMatchObject({
      history: expect.arrayContaining([
        expect.objectContaining({
          type: 'COMPLAINANT_HEARD',
          summary: '补充：订单号 A-778。',
        }),
      ]),
    });
  });

  test('of anybody else is a complaint of their own: a number tells nothing and opens nothing', async () => {
    await send({ subject: '景区餐饮宰客', text: '一碗面一百元。' });
    const [complaint] = await complaints('景区餐饮宰客');
    await send({
      from: 'someone.else@example.org',
      subject: `Re: ${complaint?.number} 我也一样`,
      text: '也被宰了。',
    });
    const found = await complaints('也被宰了');
    expect(found).toHaveLength(1);
    expect(found[0]?.number).not.toBe(complaint?.number);
  });
});

test('whoever asks to be answered at another’s address is not taken for them', async () => {
  await send({ subject: '导游甩团索赔', text: '途中被丢下。' });
  const [complaint] = await complaints('导游甩团索赔');
  const letter = { from: 'stranger@example.org', replyTo: FROM, text: '冒名补充的内容' };
  await send({ ...letter, subject: `Re: ${complaint?.number}` });
  const [found, ...others] = await complaints('冒名补充的内容');
  expect(others).toEqual([]);
  expect(found?.number).not.toBe(complaint?.number);
});

test('two letters that bear one id by mistake are two complaints', async () => {
  for (const text of ['第一封：门票涨价。', '第二封：停车太贵。']) {
    await send({ messageId: '<same@example.org>', subject: '同号的信', text });
  }
  expect(await complaints('同号的信')).toHaveLength(2);
});

describe('what is not taken', () => {
  test('letters of programs are accepted and left alone', async () => {
    const headers = { 'Auto-Submitted': 'auto-replied' };
    await send({ headers, subject: '自动回复：外出中', text: '我在休假。' });
    await send({
      envelope: { from: '', to: [`${office.slug}@${DOMAIN}`] },
      subject: '无法投递：退信',
      text: '失败',
    });
    expect(await complaints('自动回复')).toEqual([]);
    expect(await complaints('无法投递')).toEqual([]);
  });

  test.each([
    ['without a word', { subject: '空信', text: '' }, /says nothing/],
    [
      'with a program attached',
      {
        subject: '附件是程序',
        text: '见附件',
        attachments: [{ filename: 'a.exe', content: Buffer.from('MZ\u0000\u0001aaaa') }],
      },
      /./,
    ],
    [
      'with too many files',
      {
        ...{ subject: '附件太多', text: '见附件' },
        attachments: Array.from({ length: 11 }, (_, index) => ({ filename: `${index}.pdf`, content: PDF })),
      },
      /more than 10 files/,
    ],
  ])('a letter %s is refused with what is wrong, and nothing is registered', async (_, letter, why) => {
    await expect(send(letter)).rejects.toMatchObject({
      responseCode: 550,
      message: expect.stringMatching(why),
    });
    expect(await complaints(letter.subject)).toEqual([]);
  });

  test('an office that takes no mail is like one that is not there', async () => {
    const quiet = await api.organization('PROPERTY', ['SUPERVISOR']);
    const refusals = await Promise.all(
      [quiet.slug, 'no-such-office'].map((slug) =>
        send({ subject: 'x', text: 'x' }, slug).then(
          () => 'taken',
          (error: { response: string }) => error.response,
        ),
      ),
    );
    expect(refusals[0]).toBe(refusals[1]);
    expect(refusals[0]).toMatch(/^550/);
  });

  test('more letters of one sender than an office can read in an hour wait', async () => {
    const busy = await api.organization('HOSPITAL', ['SUPERVISOR', 'ADMINISTRATOR']);
    await take(busy, true);
    for (let index = 0; index < 20; index += 1)
      await send({ subject: `第${index}封`, text: '投诉' }, busy.slug);
    await expect(send({ subject: '第二十一封', text: '投诉' }, busy.slug)).rejects.toMatchObject({
      responseCode: 450,
    });
  });

  test('a connection that breaks before the end of a letter leaves nothing', async () => {
    const socket = connect(server.port, '127.0.0.1');
    await once(socket, 'connect');
    const say = async (line: string) => {
      await once(socket, 'data');
      socket.write(`${line}\r\n`);
    };
    await say('EHLO test');
    await say('MAIL FROM:<a@example.org>');
    await say(`RCPT TO:<${office.slug}@${DOMAIN}>`);
    await say('DATA');
    await once(socket, 'data');
    socket.write('Subject: =?utf-8?B?5Y2K5bCB5L+h?=\r\n\r\nhalf a letter');
    socket.destroy();
    await once(socket, 'close');
    expect(await complaints('half a letter')).toEqual([]);
  });
});
