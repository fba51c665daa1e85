import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type CallerHeaders,
  openTestApi,
  type TestApi,
  type TestOrganization,
} from '../../testing/api.fixture.ts';
import { sendFile, solvedCaptcha, submission, submit, visitor } from '../../testing/public.fixture.ts';
import { Attempts } from './attempts.repository.ts';

/** The public page: a complaint from nobody we know, its receipt, and what its number and code open. */

let api: TestApi;
let office: TestOrganization;
let other: TestOrganization;
let supervisor: CallerHeaders;
let administrator: CallerHeaders;

/** A picture of one dot, and noise where its dots would be: looked at by its first parts alone. */
const PNG = Buffer.concat([
  Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex'),
  Buffer.from('00000fa049444154', 'hex'),
  randomBytes(0xfa0),
  Buffer.from('000000000000000049454e44ae426082', 'hex'),
]);
const MATTER = `number stage stageText content actions request handlerName reopenUntil rating { code }
  next { text by late promised } mediation { text answer }
  steps { title text } answers { text final } files { name bytes }`;

beforeAll(async () => {
  api = await openTestApi();
  office = await api.organization('TOURISM', ['HANDLER', 'SUPERVISOR', 'ADMINISTRATOR']);
  other = await api.organization('TOURISM', ['SUPERVISOR']);
  supervisor = await api.signedIn(office, 'SUPERVISOR');
  administrator = await api.signedIn(office, 'ADMINISTRATOR');
});
afterAll(() => api.close());

interface Receipt {
  readonly number: string;
  readonly code: string;
}

async function sent(changes: object = {}, from = visitor('10.1.0.1')): Promise<Receipt> {
  const { data, errors } = await submit(api, from, await submission(api, office.slug, changes));
  expect(errors).toBeUndefined();
  expect(data.publicComplaintSubmit.userErrors).toEqual([]);
  return data.publicComplaintSubmit.receipt;
}

async function look(receipt: Receipt, from = visitor('10.1.0.1'), slug = office.slug) {
  const { number, code } = receipt;
  return api.graphql(
    from,
    `query ($credentials: PublicCredentialsInput!) { publicMatter(credentials: $credentials) { ${MATTER} } }`,
    { credentials: { office: slug, number, code } },
  );
}

async function act(receipt: Receipt, verb: string, input: object = {}) {
  const { number, code } = receipt;
  const { data, errors } = await api.graphql(
    visitor('10.1.0.1'),
    `mutation ($input: PublicMatter${verb}Input!) {
      payload: publicMatter${verb}(input: $input) { matter { ${MATTER} } userErrors { code field } } }`,
    { input: { credentials: { office: office.slug, number, code }, ...input } },
  );
  expect(errors).toBeUndefined();
  return data.payload;
}

async function complaintOf(number: string) {
  const { data } = await api.graphql(
    supervisor,
    `query ($number: String!) { complaint(number: $number) { id channel disclosure classification { code }
      complainant { name phone } evidence { title kind } history { actor type } } }`,
    { number },
  );
  return data.complaint;
}

async function officeDoes(number: string, verb: string, input: object = {}): Promise<void> {
  const { id } = await complaintOf(number);
  const { data, errors } = await api.graphql(
    supervisor,
    `mutation ($input: Complaint${verb}Input!) { payload: complaint${verb}(input: $input) { userErrors { code message } } }`,
    { input: { id, ...input } },
  );
  expect(errors).toBeUndefined();
  expect(data.payload.userErrors).toEqual([]);
}

describe('the page of an office', () => {
  const PAGE = `query ($slug: String!) { publicOffice(slug: $slug) { name phone introduction handles procedure
    limits { what within basis } form { detailsKey fields { key askedFor requiredFor } } } }`;

  test('says what its sector says, with limits and their legal bases, to anybody', async () => {
    const { data } = await api.graphql({ 'accept-language': 'zh-CN' }, PAGE, { slug: office.slug });
    expect(data.publicOffice.introduction).toContain('旅行社');
    expect(data.publicOffice.limits.length).toBeGreaterThan(1);
    expect(data.publicOffice.form.detailsKey).toBe('tourism');
    // What only the office can know is not asked.
    expect(data.publicOffice.form.fields.map(({ key }: { key: string }) => key)).not.toContain('hotSpot');
    const nowhere = await api.graphql({}, PAGE, { slug: 'nowhere' });
    expect(nowhere.data.publicOffice).toBeNull();
  });

  test('is worded by its administrator alone, and gives the sector’s words back', async () => {
    const SAVE = `mutation ($input: PublicPageSaveInput!) { publicPageSave(input: $input) {
      publicPage { phone own introduction { zh } } userErrors { code field } } }`;
    const words = { zh: '欢迎来访', en: 'Welcome' };
    const input = { phone: '0755-12345678', introduction: words };
    const refused = await api.graphql(supervisor, SAVE, { input });
    expect(refused.data.publicPageSave.userErrors[0].code).toBe('FORBIDDEN');
    await api.graphql(administrator, SAVE, { input });
    const { data } = await api.graphql({}, PAGE, { slug: office.slug });
    expect(data.publicOffice).toMatchObject({ phone: '0755-12345678', introduction: 'Welcome' });
    const half = await api.graphql(administrator, SAVE, { input: { introduction: { zh: ' ', en: 'x' } } });
    expect(half.data.publicPageSave.userErrors).toEqual([{ code: 'REQUIRED', field: 'introduction' }]);
    const back = await api.graphql(administrator, SAVE, { input: { introduction: null } });
    expect(back.data.publicPageSave.publicPage).toMatchObject({ own: ['phone'] });
    expect(back.data.publicPageSave.publicPage.introduction.zh).toContain('旅行社');
  });
});

describe('a submission', () => {
  test('is registered by its complainant, over the web, with its file and a clock', async () => {
    const file = await sendFile(api, { office: office.slug, name: '现场.png', bytes: PNG, piece: 1_000 });
    expect(file.status).toBe(204);
    const { number, code } = await sent({ files: [file.id] });
    expect(code).toMatch(/^[A-HJKMNP-Z1-9]{4}(-[A-HJKMNP-Z1-9]{4}){2}$/);
    const complaint = await complaintOf(number);
    expect(complaint).toMatchObject({
      channel: 'WEB_FORM',
      complainant: { name: '何小满', phone: '13911112222' },
      evidence: [{ title: '现场.png', kind: 'FILE' }],
    });
    const { data } = await look({ number, code });
    expect(data.publicMatter).toMatchObject({ stage: 'RECEIVED', files: [{ name: '现场.png' }] });
    expect(data.publicMatter.next.by > new Date().toISOString()).toBe(true);
  });

  test('sent twice is registered once, and told the same code', async () => {
    const input = await submission(api, office.slug);
    const [first, second] = [
      await submit(api, visitor('10.1.0.2'), input),
      await submit(api, visitor('10.1.0.2'), input),
    ];
    expect(second.data).toEqual(first.data);
    const changed = await submit(api, visitor('10.1.0.2'), { ...input, content: '别的事' });
    expect(changed.data.publicComplaintSubmit.userErrors[0].field).toBe('idempotencyKey');
  });

  test('needs a proof of work of its own: none, another office’s, a used or a forged one is not taken', async () => {
    const used = await solvedCaptcha(api, office.slug);
    await sent({ captcha: used });
    const foreign = await solvedCaptcha(api, other.slug);
    const forged = JSON.parse(await solvedCaptcha(api, office.slug));
    forged.challenge.parameters.expiresAt += 100_000;
    for (const captcha of ['', '{}', 'null', used, foreign, JSON.stringify(forged)]) {
      const { data } = await submit(api, {}, await submission(api, office.slug, { captcha }));
      expect(data.publicComplaintSubmit.userErrors, captcha).toMatchObject([{ field: 'captcha' }]);
    }
  });

  test('says what is missing: consent, a name and a way to answer, a category', async () => {
    const { data } = await submit(
      api,
      {},
      await submission(api, office.slug, { consent: false, complainant: {}, captcha: '' }),
    );
    const fields = data.publicComplaintSubmit.userErrors.map(({ field }: { field: string }) => field);
    expect(fields).toEqual(['consent', 'complainant.name', 'complainant.phone']);
  });

  test('an anonymous one keeps no name, whatever was sent', async () => {
    const { number } = await sent({
      disclosure: 'ANONYMOUS',
      complainant: { name: '不愿透露', phone: '13900000009' },
    });
    expect((await complaintOf(number)).complainant).toBeNull();
  });

  test('keeps which privacy notice was agreed to, and takes no consent to one that is no longer in force', async () => {
    const ASK = `query ($slug: String!) { publicOffice(slug: $slug) { form { privacy { version points } } } }`;
    const { data } = await api.graphql({}, ASK, { slug: office.slug });
    const { version, points } = data.publicOffice.form.privacy;
    expect(points.length).toBeGreaterThan(3);
    const { number } = await sent({ privacyVersion: version });
    const [row] = await api.office.database.readInTenant<{ privacy_version: string }>(
      { tenantId: office.tenantId },
      {
        text: `select privacy_version from complaint_access
          join complaint c on c.tenant_id = complaint_access.tenant_id and c.id = complaint_id where c.number = $1`,
        values: [number],
      },
    );
    expect(row?.privacy_version).toBe(version);
    const old = await submit(
      api,
      {},
      await submission(api, office.slug, { privacyVersion: '2001-01', captcha: '' }),
    );
    expect(old.data.publicComplaintSubmit.userErrors).toMatchObject([
      { code: 'CONDITION_UNMET', field: 'consent' },
    ]);
  });

  test('of a group says how many they are', async () => {
    const { number } = await sent({ groupSize: 12 });
    const ask = `query ($number: String!) { complaint(number: $number) { groupSize } }`;
    const { data } = await api.graphql(supervisor, ask, { number });
    expect(data.complaint.groupSize).toBe(12);
    const nobody = await submit(
      api,
      visitor('10.1.0.5'),
      await submission(api, office.slug, { groupSize: 0 }),
    );
    expect(nobody.data.publicComplaintSubmit.userErrors).toMatchObject([{ field: 'groupSize' }]);
  });

  test('gives no details that are the office’s to find out', async () => {
    const details = { tourism: { hotSpot: 'SHOPPING' } };
    const { data } = await submit(api, {}, await submission(api, office.slug, { details, captcha: '' }));
    expect(data.publicComplaintSubmit.userErrors).toMatchObject([
      { code: 'INVALID', field: 'details.hotSpot' },
    ]);
  });

  test('about a regulator’s own people goes to the restricted track at once', async () => {
    const drugs = await api.organization('DRUG_REGULATION', ['HANDLER', 'SUPERVISOR']);
    const { data } = await submit(
      api,
      {},
      await submission(api, drugs.slug, { category: 'STAFF_INTEGRITY', demands: [] }),
    );
    const { number } = data.publicComplaintSubmit.receipt;
    const form = `query ($slug: String!) { publicOffice(slug: $slug) { form { restrictedCategories } } }`;
    const said = await api.graphql({}, form, { slug: drugs.slug });
    const { restrictedCategories } = said.data.publicOffice.form;
    expect(restrictedCategories).toContain('STAFF_INTEGRITY');
    expect(restrictedCategories.length).toBeLessThan(10);
    const ask = `query ($number: String!) { complaint(number: $number) { classification { code } } }`;
    const lead = await api.graphql(await api.signedIn(drugs, 'SUPERVISOR'), ask, { number });
    expect(lead.data.complaint.classification.code).toBe('STAFF_CONDUCT');
    const handler = await api.graphql(await api.signedIn(drugs, 'HANDLER'), ask, { number });
    expect(handler.data.complaint).toBeNull();
  });

  test('is not taken by the hundred from one address', async () => {
    const attempt = { tenantId: other.tenantId, kind: 'SUBMISSION', subject: '10.9.9.9' } as const;
    const attempts = new Attempts(api.office.database);
    for (let index = 0; index < 29; index += 1) await attempts.note([attempt]);
    const last = await submit(api, visitor('10.9.9.9'), await submission(api, other.slug));
    expect(last.data.publicComplaintSubmit.userErrors).toEqual([]);
    const over = await submit(api, visitor('10.9.9.9'), await submission(api, other.slug));
    expect(over.errors?.[0]?.extensions.code).toBe('THROTTLED');
    const neighbour = await submit(api, visitor('10.9.9.8'), await submission(api, other.slug));
    expect(neighbour.data.publicComplaintSubmit.userErrors).toEqual([]);
  });
});

describe('files', () => {
  test('of a kind that is not taken are refused by their bytes, and too large ones at once', async () => {
    const program = Buffer.concat([Buffer.from('4d5a90000300000004000000ffff0000', 'hex'), randomBytes(500)]);
    const refused = await sendFile(api, { office: office.slug, name: 'photo.png', bytes: program });
    expect(refused.status).toBe(415);
    const created = await api.app.inject({
      method: 'POST',
      url: '/public/files',
      headers: { 'tus-resumable': '1.0.0', 'upload-length': String(40 * 1_048_576) },
    });
    expect(created.statusCode).toBe(413);
  });

  test('are nobody else’s: not read back, not taken twice, not taken into another office', async () => {
    const mine = await sendFile(api, { office: office.slug, name: 'a.png', bytes: PNG });
    const read = await api.app.inject({ method: 'GET', url: `/public/files/${mine.id}` });
    expect(read.statusCode).toBe(404);
    await sent({ files: [mine.id] });
    for (const slug of [office.slug, other.slug]) {
      const { data } = await submit(api, {}, await submission(api, slug, { files: [mine.id] }));
      expect(data.publicComplaintSubmit.userErrors).toMatchObject([{ code: 'NOT_FOUND', field: 'files' }]);
    }
  });
});

describe('number and code', () => {
  test('the code is kept as a hash alone', async () => {
    const { code } = await sent();
    const rows = await api.office.database.readInTenant<{ code_hash: string }>(
      { tenantId: office.tenantId },
      { text: 'select code_hash from complaint_access', values: [] },
    );
    for (const row of rows) {
      expect(row.code_hash).toMatch(/^\$argon2id\$/);
      expect(row.code_hash).not.toContain(code.replaceAll('-', ''));
    }
  });

  test('a wrong number, a wrong code, another office and a complaint of the telephone are answered alike', async () => {
    const mine = await sent();
    const { data: called } = await api.graphql(
      supervisor,
      `mutation { complaintRegister(input: { kind: COMPLAINT, channel: PHONE, disclosure: ANONYMOUS, content: "来电" }) { complaint { number } } }`,
    );
    const from = visitor('10.1.0.3');
    const answers = [
      await look({ ...mine, code: 'AAAA-AAAA-AAAA' }, from),
      await look({ ...mine, number: 'LY-2026-999999' }, from),
      await look({ ...mine, number: called.complaintRegister.complaint.number }, from),
      await look(mine, from, other.slug),
      await look(mine, from, 'nowhere'),
    ];
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]?.data).toEqual({ publicMatter: null });
    const { data } = await look({ ...mine, code: mine.code.toLowerCase().replaceAll('-', ' ') }, from);
    expect(data.publicMatter.number).toBe(mine.number);
  });

  test('guessing comes to an end, for a number that exists as for one that does not', async () => {
    const mine = await sent();
    for (const number of [mine.number, 'LY-2026-888888']) {
      const from = visitor(`10.2.0.${number.length}${number.at(-1)}`);
      const codes: string[] = [];
      for (let index = 0; index < 21; index += 1) {
        const { errors } = await look({ number, code: `GUESS-${index}` }, from);
        codes.push(errors?.[0]?.extensions.code ?? 'null');
      }
      expect(codes.indexOf('THROTTLED')).toBe(20);
    }
    expect((await look(mine, visitor('10.1.0.4'))).data.publicMatter.number).toBe(mine.number);
  });

  test('however many guess at a number, whoever has its code still sees it', async () => {
    const mine = await sent();
    for (let index = 0; index < 40; index += 1) {
      const { data } = await look({ ...mine, code: `GUESS-${index}` }, visitor(`10.3.${index}.1`));
      expect(data.publicMatter).toBeNull();
    }
    expect((await look(mine, visitor('10.1.0.5'))).data.publicMatter.number).toBe(mine.number);
  });
});

describe('“mine is the same”', () => {
  test('is kept with the complaint for the office, and with no other', async () => {
    const [same, alone] = [await sent({ sameAsOthers: true }), await sent()];
    const asked = async (locale: string) => {
      const { data } = await api.graphql(
        { ...supervisor, 'accept-language': locale },
        `query ($number: String!) { complaint(number: $number) {
          sameAsOthers history { type actor details { key label text } } } }`,
        { number: same.number },
      );
      return data.complaint;
    };
    const { sameAsOthers, history } = await asked('zh-CN');
    expect(sameAsOthers).toBe(true);
    expect(history[0]).toMatchObject({ type: 'REGISTERED', actor: '投诉人' });
    expect(history[0].details).toContainEqual({
      key: 'sameAsOthers',
      label: '投诉人表示',
      text: '与近期同类事项情况相同',
    });
    expect((await asked('en')).history[0].actor).toBe('complainant');
    const { data } = await api.graphql(
      supervisor,
      `query ($number: String!) { complaint(number: $number) { sameAsOthers } }`,
      { number: alone.number },
    );
    expect(data.complaint.sameAsOthers).toBe(false);
  });
});

describe('one’s own complaint', () => {
  test('tells what was answered and asked, and nothing of what is the office’s', async () => {
    const mine = await sent();
    await officeDoes(mine.number, 'Accept');
    await officeDoes(mine.number, 'NotifyDecision', { via: 'WEB_FORM' });
    await officeDoes(mine.number, 'Note', { text: '内部备注：此人多次投诉' });
    await officeDoes(mine.number, 'Conclude', { finding: 'SUBSTANTIATED', facts: '对方员工张三承认' });
    await officeDoes(mine.number, 'WaitForComplainant', { request: '请提供门票照片' });
    const waiting = (await look(mine)).data.publicMatter;
    expect(waiting).toMatchObject({ stage: 'WAITING_FOR_YOU', request: '请提供门票照片', handlerName: null });
    expect(JSON.stringify(waiting)).not.toMatch(/内部备注|张三|SUPERVISOR/);

    const file = await sendFile(api, { office: office.slug, name: '门票.png', bytes: PNG });
    const key = randomUUID();
    for (let times = 0; times < 2; times += 1) {
      const added = await act(mine, 'AddMaterial', {
        text: '照片在此',
        files: [file.id],
        idempotencyKey: key,
      });
      expect(added.userErrors).toEqual([]);
      expect(added.matter).toMatchObject({ stage: 'BEING_HANDLED', files: [{ name: '门票.png' }] });
    }
    const { history } = await complaintOf(mine.number);
    expect(history.at(-1).actor).toBe('complainant');
  });

  test('a mediation is offered and agreed to', async () => {
    const mine = await sent();
    expect((await act(mine, 'AnswerMediation', { agreed: true })).userErrors[0].code).toBe('WRONG_STATE');
    await officeDoes(mine.number, 'Accept');
    await officeDoes(mine.number, 'OfferMediation', { text: '景区愿意退票，您是否同意调解？' });
    expect((await look(mine)).data.publicMatter.actions).toContain('ANSWER_MEDIATION');
    const agreed = await act(mine, 'AnswerMediation', { agreed: true });
    expect(agreed.matter.mediation).toMatchObject({ answer: 'AGREED' });
    expect(agreed.matter.actions).not.toContain('ANSWER_MEDIATION');
  });

  test('is rated once after an answer, and taken up again within the window', async () => {
    const mine = await sent();
    expect((await act(mine, 'Rate', { result: 'SATISFIED', resolved: true })).userErrors[0].code).toBe(
      'WRONG_STATE',
    );
    await officeDoes(mine.number, 'Accept');
    await officeDoes(mine.number, 'NotifyDecision', { via: 'WEB_FORM' });
    await officeDoes(mine.number, 'Conclude', { finding: 'SUBSTANTIATED', facts: '属实' });
    await officeDoes(mine.number, 'Answer', { text: '景区已道歉', via: 'WEB_FORM', final: true });
    expect((await act(mine, 'Rate', { result: 'UNREACHABLE', resolved: true })).userErrors[0].code).toBe(
      'INVALID',
    );
    const rated = await act(mine, 'Rate', { result: 'DISSATISFIED', resolved: false });
    expect(rated.matter).toMatchObject({
      rating: { code: 'DISSATISFIED' },
      answers: [{ text: '景区已道歉' }],
    });
    const again = await act(mine, 'Rate', { result: 'SATISFIED', resolved: true });
    expect(again.userErrors[0].code).toBe('ALREADY_DONE');
    await officeDoes(mine.number, 'Close');
    const closed = (await look(mine)).data.publicMatter;
    expect(closed.reopenUntil > new Date().toISOString()).toBe(true);
    const reopened = await act(mine, 'Reopen', { reason: '没有退票' });
    expect(reopened.matter.stage).toBe('BEING_HANDLED');
  });

  test('is withdrawn, and nothing more can be done to it but add and take it up again', async () => {
    const mine = await sent();
    const withdrawn = await act(mine, 'Withdraw', { reason: 'SETTLED' });
    expect(withdrawn.matter).toMatchObject({ stage: 'WITHDRAWN', next: null });
    expect(withdrawn.matter.actions.sort()).toEqual(['ADD_MATERIAL', 'REOPEN']);
  });

  test('with a wrong code nothing is done, and nothing told', async () => {
    const mine = await sent();
    const refused = await act({ ...mine, code: 'BBBB-BBBB-BBBB' }, 'Withdraw', { reason: 'SETTLED' });
    expect(refused).toEqual({ matter: null, userErrors: [{ code: 'NOT_FOUND', field: 'credentials' }] });
    expect((await look(mine)).data.publicMatter.stage).toBe('RECEIVED');
  });
});

test('similar matters are numbers alone', async () => {
  const { data } = await api.graphql(
    {},
    `query ($office: String!) { publicSimilarMatters(office: $office, category: "ATTRACTION") { count byStage { label count } } }`,
    { office: office.slug },
  );
  expect(data.publicSimilarMatters.count).toBeGreaterThan(3);
  const parts = data.publicSimilarMatters.byStage.map(({ count }: { count: number }) => count);
  expect(parts.reduce((sum: number, count: number) => sum + count, 0)).toBe(data.publicSimilarMatters.count);
});
