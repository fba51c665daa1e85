import type { SubmitMutation } from './generated/submit.ts';

export type Receipt = NonNullable<SubmitMutation['publicComplaintSubmit']['receipt']>;

const keptAs = (slug: string): string => `huiyin-receipt-${slug}`;

/** Until this tab is closed: a page that is loaded again by mistake still shows the code. */
export function keepReceipt(slug: string, receipt: Receipt): void {
  sessionStorage.setItem(keptAs(slug), JSON.stringify(receipt));
}

export function keptReceipt(slug: string): Receipt | undefined {
  const text = sessionStorage.getItem(keptAs(slug));
  return text ? (JSON.parse(text) as Receipt) : undefined;
}

export function forgetReceipt(slug: string): void {
  sessionStorage.removeItem(keptAs(slug));
}

/** Where the complaint is followed. Number and code stand behind the #: a browser sends that part to nobody. */
export function trackingPath(slug: string, { number, code }: Pick<Receipt, 'number' | 'code'>): string {
  return `/o/${slug}/track#${encodeURIComponent(number)}~${encodeURIComponent(code)}`;
}
