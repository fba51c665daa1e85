import type { Localized } from '@huiyin/shared';
import type { Sector } from '../sectors/contract.ts';
import type { Acceptance } from './parts.ts';

/**
 * What the complainant is told of a decision: what was decided, why, who is in charge, and the other routes open to them.
 */
export function noticeOf(acceptance: Acceptance, sector: Sector): Localized {
  const { decision, reason, body, ground } = acceptance;
  const named = sector.declineGrounds.find(({ code }) => code === ground)?.label;
  const basis = sector.declineGrounds.find(({ code }) => code === ground)?.basis;
  const zh: string[] = [];
  const en: string[] = [];
  const say = (words: Localized): void => {
    zh.push(words.zh);
    en.push(words.en);
  };
  if (decision === 'ACCEPTED') {
    say({ zh: '您反映的事项已受理。', en: 'Your matter has been accepted.' });
    if (reason) say({ zh: sentence(reason), en: reason });
    return { zh: zh.join(''), en: en.join(' ') };
  }
  if (decision === 'DECLINED')
    say({ zh: '您反映的事项不予受理。', en: 'Your matter has not been accepted.' });
  else say({ zh: `您反映的事项已移送${body}。`, en: `Your matter has been transferred to ${body}.` });
  if (named) {
    say({
      zh: `理由：${named.zh}${basis ? `（${basis.zh}）` : ''}。`,
      en: `Ground: ${named.en}${basis ? ` (${basis.en})` : ''}.`,
    });
  }
  if (reason) say({ zh: sentence(reason), en: reason });
  if (body && decision === 'DECLINED') {
    say({ zh: `该事项由${body}负责。`, en: `The body in charge is ${body}.` });
  }
  if (sector.routes.length > 0) {
    say({
      zh: `您还可以通过以下途径解决：${sector.routes.map(({ label }) => label.zh).join('、')}。`,
      en: `Other routes open to you: ${sector.routes.map(({ label }) => label.en).join(', ')}.`,
    });
  }
  return { zh: zh.join(''), en: en.join(' ') };
}

function sentence(text: string): string {
  return /[。！？.!?]$/.test(text) ? text : `${text}。`;
}
