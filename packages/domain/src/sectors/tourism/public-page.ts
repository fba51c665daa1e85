import { t } from '../common.ts';
import { publicPage } from '../public-page.ts';

export const PUBLIC_PAGE = publicPage({
  introduction: t(
    '游客与旅行社、导游、景区、旅游购物店等发生纠纷，或发现旅游违法行为，可以向我们投诉举报。',
    'Turn to us with a dispute with a travel agency, guide, attraction or shop, or to report a violation.',
  ),
  handles: [
    t(
      '旅行社擅自变更行程、甩团、降低服务标准',
      'Itineraries changed, groups abandoned, lower standards than agreed',
    ),
    t('导游、领队强迫或诱导购物，服务态度恶劣', 'Guides and tour leaders: forced shopping, bad conduct'),
    t('景区门票、优惠票和服务', 'Attractions: tickets, concessions, service'),
    t('旅游合同纠纷和旅游购物质量', 'Travel contracts, and the quality of goods bought on tour'),
  ],
  elsewhere: [
    t(
      '未评星级的饭店、餐饮：市场监督管理部门（12315）',
      'Hotels without stars, catering: market regulator (12315)',
    ),
    t('出租车、公交、客运：交通运输部门（12328）', 'Taxis, buses, coaches: transport authority (12328)'),
    t('正在发生的人身危险：110', 'Danger to life at this moment: 110'),
  ],
});
