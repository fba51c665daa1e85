import type { PastMatter } from '../demo-past.ts';

export const FLU = [
  ['11-15', '12-31'],
  ['01-01', '02-28'],
] as const;
export const SHOPPING_FESTIVALS = [
  ['06-01', '06-25'],
  ['11-05', '11-25'],
] as const;

export const fined = (yuan: number) =>
  [
    {
      ...({ type: 'IMPOSE_SANCTION', sanction: 'FINE', basis: '药品管理法第一百一十七条' } as const),
      money: {
        original: { amount: yuan * 100, currency: 'CNY' },
        converted: { amount: yuan * 100, currency: 'CNY' },
      },
    },
  ] as const;

/** What buyers say of the products themselves. */
export const PRODUCTS: readonly PastMatter[] = [
  {
    ...{ category: 'EXPIRED', about: 'PHARMACY' },
    details: { productClass: 'DRUG', suspicion: 'EXPIRED', productName: '维生素片' },
    earlier: [
      '回家才看见瓶底的日子是去年的。',
      '给孩子吃了两天，外婆戴上眼镜一看早就不能用了。',
      '{place}那家把日期用标签盖住，撕开一看超了五个月。',
    ],
    later: [
      '促销篮里挑的，钢印磨得快看不清，问了才承认时间到了。',
      '盒子是新的，里面的板是旧的，两边印的不一样。',
    ],
    endings: [
      {
        ...{
          is: 'closed',
          finding: 'SUBSTANTIATED',
          cause: 'STOCK_CHECK',
          remedy: 'COMPENSATION',
          yuan: 1000,
        },
        facts: '货架查获同批超过有效期药品。',
        answer: '已没收并罚款，药店依法赔偿。',
        extra: fined(10_000),
        lesson: '近效期药品按月清点。',
      },
      {
        ...{ is: 'closed', finding: 'UNSUBSTANTIATED', cause: 'MISUNDERSTANDING', remedy: 'EXPLANATION' },
        facts: '所示为生产日期，尚在有效期内。',
        answer: '已说明标识含义。',
      },
    ],
  },
  {
    ...{ category: 'ADVERSE_REACTION', about: 'ONLINE_SHOP', seasons: SHOPPING_FESTIVALS },
    details: {
      ...{ productClass: 'COSMETIC', suspicion: 'ADVERSE_REACTION', productName: '焕白精华' },
      ...{ adverseReaction: '面部红斑、瘙痒', seriousness: 'GENERAL' },
    },
    earlier: ['涂了一晚上，早上起来脸肿得睁不开眼。', '说是孕妇能用，我用完起了一脖子疹子。'],
    later: ['刷了两回睫毛，眼皮烂了。', '染完头皮流水，去皮肤科看了三次。'],
    endings: [
      {
        ...{
          is: 'closed',
          finding: 'PARTLY_SUBSTANTIATED',
          cause: 'INDIVIDUAL_REACTION',
          remedy: 'REFUND',
          yuan: 268,
        },
        facts: '产品已备案，抽检合格。',
        answer: '已登记上报，商家退款。',
        extra: [{ type: 'FORWARD', to: 'ADVERSE_REACTION_MONITORING', text: '已上报市不良反应监测中心' }],
      },
      {
        ...{
          is: 'closed',
          finding: 'SUBSTANTIATED',
          cause: 'MANUFACTURING',
          remedy: 'COMPENSATION',
          yuan: 2000,
        },
        facts: '检出禁用成分。',
        answer: '已下架并移送案件线索，商家赔偿。',
        extra: [{ type: 'FORWARD', to: 'ADVERSE_REACTION_MONITORING', text: '已上报市不良反应监测中心' }],
      },
    ],
  },
  {
    ...{ category: 'ADVERSE_REACTION', about: 'PHARMACY', seasons: FLU },
    details: {
      ...{ productClass: 'DRUG', suspicion: 'ADVERSE_REACTION', productName: '复方退热颗粒' },
      ...{ adverseReaction: '服药后心慌、皮疹', seriousness: 'GENERAL' },
    },
    earlier: ['吃了第二包心慌手抖，到急诊输了液。'],
    later: ['喝完一身风团，药店说多喝水就好。'],
    endings: [
      {
        ...{
          is: 'closed',
          finding: 'UNSUBSTANTIATED',
          cause: 'INDIVIDUAL_REACTION',
          remedy: 'EXPLANATION',
        },
        facts: '同批检验合格，说明书已列明。',
        answer: '已上报监测机构，请停药就医。',
        extra: [{ type: 'FORWARD', to: 'ADVERSE_REACTION_MONITORING', text: '已上报市不良反应监测中心' }],
      },
    ],
  },
  {
    ...{ category: 'SUBSTANDARD', about: 'ONLINE_SHOP', seasons: SHOPPING_FESTIVALS },
    details: { productClass: 'MEDICAL_DEVICE', suspicion: 'QUALITY', productName: '电子血压计' },
    earlier: [
      '量三次三个数，跟社区的差了三十。',
      '用了一周屏幕就花了，说进水不保。',
      '口罩一扯带子就掉。',
      '耳温枪对着墙也有三十六度五。',
    ],
    later: ['制氧机噪声像拖拉机，浓度也上不去。', '创可贴贴不住，胶留在皮上洗不掉。'],
    endings: [
      {
        ...{ is: 'closed', finding: 'SUBSTANTIATED', cause: 'MANUFACTURING', remedy: 'REPLACEMENT' },
        facts: '抽检示值误差超出标准。',
        answer: '已责令下架，商家换货。',
      },
      {
        ...{ is: 'closed', finding: 'UNSUBSTANTIATED', cause: 'USE', remedy: 'EXPLANATION' },
        facts: '检测合格，袖带佩戴不当。',
        answer: '已示范正确用法。',
      },
      {
        ...{ is: 'declined', ground: 'OUTSIDE_DUTY', body: '商家所在地市场监督管理局' },
        reason: '商家住所地不在本辖区。',
      },
    ],
  },
  {
    ...{ category: 'COUNTERFEIT', about: 'ONLINE_SHOP' },
    details: { productClass: 'DRUG', suspicion: 'COUNTERFEIT', productName: '止痛贴' },
    earlier: [
      '跟以前吃的颜色不一样，查码说查过四百多次。',
      '代购的，盒上没有一个中国字。',
      '字印得糊，还有错别字。',
    ],
    later: ['扫出来是另一种东西的编号。'],
    endings: [
      {
        ...{ is: 'closed', finding: 'SUBSTANTIATED', cause: 'UNLICENSED', remedy: 'REFUND', yuan: 460 },
        facts: '经企业辨认并非其产品。',
        answer: '已查扣，线索移送公安机关。',
        extra: [
          { type: 'IMPOSE_SANCTION', sanction: 'REFERRAL_TO_POLICE', basis: '药品管理法第一百一十三条' },
        ],
      },
      {
        ...{ is: 'closed', finding: 'UNSUBSTANTIATED', cause: 'MISUNDERSTANDING', remedy: 'EXPLANATION' },
        facts: '系新版包装，企业确认为正品。',
        answer: '已出示企业回函。',
      },
    ],
  },
  {
    ...{ category: 'PACKAGING', about: 'MANUFACTURER' },
    details: { productClass: 'DRUG', suspicion: 'LABELLING', productName: '咽喉含片' },
    earlier: ['里面少了一张纸，怎么吃、忌什么都没写。', '字小得拿放大镜都费劲，老人吃错了量。'],
    later: ['外头写二十四片，数来数去二十二。'],
    endings: [
      {
        ...{ is: 'closed', finding: 'PARTLY_SUBSTANTIATED', cause: 'MANUFACTURING', remedy: 'REPLACEMENT' },
        facts: '个别盒漏装说明书。',
        answer: '企业已换货并自查。',
      },
    ],
  },
];
