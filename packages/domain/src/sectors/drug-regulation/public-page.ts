import { t } from '../common.ts';
import { publicPage } from '../public-page.ts';

export const PUBLIC_PAGE = publicPage({
  introduction: t(
    '药品、医疗器械、保健食品、化妆品有问题，或监管人员履职不当，可以向我们投诉举报。',
    'Turn to us about drugs, medical devices, health foods and cosmetics, or about how our own staff act.',
  ),
  handles: [
    t('假药、劣药、过期和无批准文号的产品', 'Counterfeit, substandard, expired or unapproved products'),
    t('虚假宣传、无证经营', 'False promotion, sale without a licence'),
    t('使用后的不良反应', 'Adverse reactions'),
    t(
      '对本机关工作人员的投诉（单独保密办理）',
      'Complaints about our own staff (handled apart and in confidence)',
    ),
  ],
  elsewhere: [
    t(
      '普通食品、价格、计量：市场监督管理部门（12315）',
      'Ordinary food, prices, measures: market regulator (12315)',
    ),
    t(
      '诊疗行为和医疗纠纷：卫生健康部门（12320）',
      'Treatment and medical disputes: health commission (12320)',
    ),
    t('身体严重不适请立即就医：120', 'If you feel seriously ill, see a doctor at once: 120'),
  ],
  // A matter about our own people goes to the restricted track from its first moment.
  classified: [{ category: 'STAFF', as: 'STAFF_CONDUCT' }],
});
