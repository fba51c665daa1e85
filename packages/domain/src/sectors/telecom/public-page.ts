import { t } from '../common.ts';
import { publicPage } from '../public-page.ts';

export const PUBLIC_PAGE = publicPage({
  introduction: t(
    '信号、宽带、资费、业务办理或服务有问题，请告诉我们，能当场解决的当场解决。',
    'Tell us about signal, broadband, charges or service; what can be put right at once is put right at once.',
  ),
  handles: [
    t('移动信号弱、网速慢、掉话', 'Weak signal, slow data, dropped calls'),
    t('宽带装机、移机和故障', 'Broadband installation, moves and faults'),
    t('资费和不明扣费', 'Tariffs and unexplained charges'),
    t('营销、服务态度、携号转网、骚扰电话', 'Marketing, attitude, number porting, nuisance calls'),
  ],
  elsewhere: [
    t(
      '对我们的答复不满意，或十五日内未得到答复：电信用户申诉受理机构（12300）',
      'Not content with our answer, or none within fifteen days: telecom appeal centre (12300)',
    ),
    t('电信诈骗：110 或 96110', 'Telephone fraud: 110 or 96110'),
  ],
});
