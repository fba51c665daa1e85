import type { ComplaintState } from '@huiyin/domain';
import type { Mail } from '../../../identity/mailer.ts';
import type { Told } from '../present-matter.ts';

/** The letter by which a complainant is told that something happened, in both languages: nobody asked for theirs. */
export function complaintLetter(options: {
  readonly to: string;
  readonly state: Pick<ComplaintState, 'number' | 'disclosure'>;
  readonly told: Told;
  readonly office: { readonly name: string; readonly nameEn: string; readonly takesMail: boolean };
  /** Where the case can be followed. */
  readonly page: string;
}): Mail {
  const { to, state, told, office, page } = options;
  const { number, disclosure } = state;
  // A letter is read by whoever opens it: of what was to be kept in confidence it says nothing.
  const text = disclosure === 'NAMED' ? told.text : undefined;
  const answer = office.takesMail
    ? [
        '',
        '如需补充，请直接回复本邮件，并保留标题中的编号。',
        'To add something, answer this letter and leave the number in its subject.',
      ]
    : [];
  return {
    to,
    subject: `【${number}】${told.title.zh} / ${told.title.en}`,
    text: [
      `您好！您的投诉 ${number} 有新的进展：${told.title.zh}。`,
      `There is news of your complaint ${number}: ${told.title.en}.`,
      ...(text ? ['', text] : []),
      '',
      `查看进展 Follow it: ${page}`,
      ...answer,
      '',
      `${office.name} ${office.nameEn}`,
      '',
    ].join('\n'),
  };
}
