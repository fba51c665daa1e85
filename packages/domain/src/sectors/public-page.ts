import { t } from './common.ts';
import type { PublicPage } from './contract.ts';

/** What every office owes whoever turns to it; a sector says beside it what it handles. */
const COMMON: Omit<PublicPage, 'introduction' | 'handles' | 'elsewhere'> = {
  procedure: [
    t(
      '提交：网上填写，立即得到编号和查询码，凭此随时查看进展。',
      'You submit: at once you get a number and a code, with which you can look up where it stands.',
    ),
    t(
      '受理：我们在规定时限内决定是否受理，并说明理由；不属于我们职责的，告诉您应找谁。',
      'We decide within the time limit whether we take it on, and say why; where it is not ours, we say whose it is.',
    ),
    t(
      '调查：核实情况，需要补充材料时会请您提供。',
      'We look into it, and ask you where something is missing.',
    ),
    t('答复：告知查明的情况和处理结果。', 'We answer: what was found, and what is done about it.'),
    t(
      '评价：您可以评价处理结果；不满意的，可以在规定期限内要求重新办理。',
      'You say what you think of it; if it is not put right, you can have it taken up again.',
    ),
  ],
  duties: [
    t(
      '首次接待的人负责到底，直到有人接手。',
      'Whoever hears you first stays answerable until somebody takes over.',
    ),
    t(
      '与投诉事项有关的人员必须回避，不参与办理。',
      'Whoever is concerned by a complaint neither handles it nor learns who made it.',
    ),
    t('为投诉人保密，严禁打击报复。', 'Who complained is kept confidential; retaliation is forbidden.'),
  ],
  commitments: [
    t('件件有答复，事事有结果。', 'Every matter gets an answer, every case a result.'),
    t(
      '承诺了答复时间，到时无论进展如何都会答复您。',
      'Where we promise to answer by a time, we answer by then, however far it is.',
    ),
    t('办理过程全程留痕，不得隐瞒或篡改。', 'Everything that is done is recorded and cannot be altered.'),
  ],
};

/** A sector's public page: its own words, and those that every office shares. */
export function publicPage(
  own: Pick<PublicPage, 'introduction' | 'handles' | 'elsewhere'> & Partial<PublicPage>,
): PublicPage {
  return { ...COMMON, ...own };
}
