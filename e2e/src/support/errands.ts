import type { Locator, Page } from 'playwright-core';

/** What an errand took of whoever did it. */
export interface Effort {
  readonly clicks: number;
  /** Keys that do something, `Tab` among them; not those of what is written. */
  readonly keys: number;
  readonly letters: number;
  /** From the first click or key to the sign that it is done, typing at no time at all. */
  readonly seconds: number;
}

/** Does things on a page as a person does, and counts what it takes. */
class Hand {
  readonly #page: Page;
  readonly #begun = performance.now();
  #clicks = 0;
  #keys = 0;
  #letters = 0;

  constructor(page: Page) {
    this.#page = page;
  }

  async click(what: Locator): Promise<void> {
    this.#clicks += 1;
    await what.click();
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      this.#keys += 1;
      await this.#page.keyboard.press(key);
    }
  }

  async type(text: string): Promise<void> {
    this.#letters += text.length;
    await this.#page.keyboard.type(text);
  }

  /** Waits until a field of this id, or of one that ends so, has the focus. */
  async inField(id: string): Promise<void> {
    await this.#page.locator(`[id$="${id}"]:focus`).waitFor();
  }

  effort(): Effort {
    const seconds = (performance.now() - this.#begun) / 1_000;
    return { clicks: this.#clicks, keys: this.#keys, letters: this.#letters, seconds };
  }
}

/** What is done most often, each from where somebody stands before it: the inbox in Chinese. */
export const ERRANDS: Readonly<Record<string, (page: Page) => Promise<Effort>>> = {
  'register a call': async (page) => {
    const hand = new Hand(page);
    await takeDown(hand, '宽带连续三天晚上掉线');
    await hand.press('Control+Enter');
    await page.getByRole('heading', { level: 2, name: '宽带连续三天晚上掉线' }).waitFor();
    return hand.effort();
  },

  'settle on the spot': async (page) => {
    const hand = new Hand(page);
    await takeDown(hand, '套餐多扣了二十元');
    // Whatever is closed says what it was about, and which service.
    await hand.press('Tab');
    await hand.type('不明扣费');
    await hand.press('Enter', 'Tab', 'Tab', 'Tab', 'Tab');
    await hand.inField('details_service');
    await hand.type('宽带');
    await hand.press('Enter', 'Alt+Enter');
    await hand.inField('settlement_answer');
    await hand.type('已退还二十元');
    await hand.press('Control+Enter');
    await page.locator('.case .status').filter({ hasText: '已办结' }).first().waitFor();
    return hand.effort();
  },

  'answer the next due': async (page) => {
    const hand = new Hand(page);
    await hand.press('j', 'Enter');
    await page.locator('#case-title').waitFor();
    await hand.press('a');
    await page.getByRole('form', { name: '答复', exact: true }).locator('textarea:focus').waitFor();
    await hand.type('已派人检修，恢复后再告知您。');
    await hand.press('Control+Enter');
    await page.getByText('已完成：答复').waitFor();
    return hand.effort();
  },

  'publish a quarter': async (page) => {
    const hand = new Hand(page);
    await hand.click(page.getByRole('link', { name: '报告' }));
    await hand.click(page.locator('.period-cards a').first());
    await hand.click(page.getByRole('button', { name: '编写报告' }));
    await page.getByText('草稿', { exact: true }).waitFor();
    await hand.click(page.getByRole('button', { name: /^发\s?布$/ }));
    await hand.click(
      page.getByRole('dialog', { name: '发布报告' }).getByRole('button', { name: '确认发布' }),
    );
    await page.getByText(/^[0-9a-f]{64}$/).waitFor();
    return hand.effort();
  },
};

/** A call, up to what was said. */
async function takeDown(hand: Hand, content: string): Promise<void> {
  await hand.press('r');
  await hand.inField('complainant_phone');
  await hand.type('13900000077');
  await hand.press('Tab');
  await hand.type('吴先生');
  await hand.press('Tab', 'Tab');
  await hand.type(content);
}
