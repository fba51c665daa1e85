import type { PastPlan } from '../demo-past.ts';
import { FLU, fined, PRODUCTS, SHOPPING_FESTIVALS } from './demo-past-products.ts';

const WARNED = [{ type: 'IMPOSE_SANCTION', sanction: 'WARNING', basis: '药品管理法第一百二十六条' }] as const;

export const PAST: PastPlan = {
  seed: 20_260_415,
  parties: {
    PHARMACY: ['惠民大药房', '康乐药店', '百姓缘药房', '福寿堂药店', '益康大药房'],
    ONLINE_SHOP: ['美颜网店', '健身补给网店', '海外优选网店', '械之家网店'],
    SHOP: ['益寿保健品店', '仁和医疗器械店', '美丽说日化'],
    MEDICAL_INSTITUTION: ['同德诊所', '悦容美容门诊'],
    MANUFACTURER: ['南江制药', '佳源生物'],
  },
  places: [{ name: '布吉' }, { name: '沙井' }, { name: '龙华' }, { name: '罗湖' }, { name: '福永' }],
  pace: [6, 8, 10, 12, 14, 16, 18, 20, 22, 25, 28, 31, 11, 15, 68],
  matters: [
    ...PRODUCTS,
    {
      ...{ category: 'UNLICENSED_SALE', kind: 'REPORT', about: 'PHARMACY', seasons: FLU },
      details: { productClass: 'DRUG', suspicion: 'UNLICENSED_SALE', productName: '头孢克肟' },
      earlier: [
        '晚上只有一个小姑娘看店，要什么给什么，不问方子。',
        '{place}路边的小店，消炎的随便拆着卖。',
        '坐堂的那位墙上照片跟本人对不上。',
      ],
      later: ['说先付钱后补方，补的是机器自动开的。', '{place}一家便利店柜台底下有退烧的，没见挂牌。'],
      endings: [
        {
          ...{ is: 'closed', finding: 'SUBSTANTIATED', cause: 'UNLICENSED' },
          facts: '执业药师不在岗销售处方药。',
          answer: '已责令改正并警告。',
          extra: [{ type: 'RECORD_MILESTONE', milestone: 'clueVerified' }, ...WARNED],
        },
        {
          ...{ is: 'closed', finding: 'UNSUBSTANTIATED', cause: 'MISUNDERSTANDING' },
          facts: '证照齐全，处方留存完整。',
          answer: '经查未发现违法行为。',
          extra: [{ type: 'RECORD_MILESTONE', milestone: 'clueVerified' }],
        },
      ],
    },
    {
      ...{ category: 'FALSE_PROMOTION', about: 'SHOP', seasons: SHOPPING_FESTIVALS },
      details: { productClass: 'HEALTH_FOOD', suspicion: 'FALSE_PROMOTION', productName: '灵芝孢子粉' },
      earlier: [
        '免费领鸡蛋，听完课让妈妈买了一万多，说能把血糖降下来。',
        '宣传单写着三天见效，还有假专家照片。',
        '老人听了讲座把医院的药停了，血压飙到一百九。',
        '视频里说癌症都好了，评论全是托。',
      ],
      later: [
        '主播说祖传的，一疗程根治关节痛。',
        '{place}开了个体验馆，躺一躺就说排毒。',
        '朋友圈卖增高的，签了无效退款，现在把我拉黑。',
      ],
      endings: [
        {
          ...{ is: 'closed', finding: 'SUBSTANTIATED', cause: 'ADVERTISING', remedy: 'REFUND', yuan: 6800 },
          facts: '讲课视频和宣传册宣称疾病治疗功能。',
          answer: '已立案查处，商家退还货款。',
          extra: fined(50_000),
        },
        {
          ...{
            is: 'closed',
            finding: 'PARTLY_SUBSTANTIATED',
            cause: 'ADVERTISING',
            remedy: 'REFUND',
            yuan: 980,
          },
          facts: '个别用语夸大，未查实治疗宣传。',
          answer: '已责令整改，经调解退还部分货款。',
        },
      ],
    },
    {
      ...{ category: 'UNAPPROVED_PRODUCT', about: 'MEDICAL_INSTITUTION' },
      details: { productClass: 'COSMETIC', suspicion: 'COUNTERFEIT', productName: '水光针剂' },
      earlier: ['打脸的那支不让看瓶子，要求拍照就翻脸。', '自己熬的黑膏药，袋子上只有电话号码。'],
      later: ['小瓶子全是外文，护士说是院长带回来的。'],
      endings: [
        {
          ...{ is: 'closed', finding: 'SUBSTANTIATED', cause: 'UNLICENSED', remedy: 'REFUND', yuan: 1980 },
          facts: '现场查获未经注册产品。',
          answer: '已扣押并立案。',
          extra: [{ type: 'IMPOSE_SANCTION', sanction: 'SEIZURE', basis: '化妆品监督管理条例第四十六条' }],
        },
        {
          ...{ is: 'transferred', body: '卫生健康委员会', reason: '涉及医疗机构诊疗活动。' },
          answer: '已对该机构立案调查。',
        },
      ],
    },
    {
      ...{ category: 'PRICE', about: 'PHARMACY', seasons: FLU },
      details: { productClass: 'DRUG', productName: '布洛芬' },
      earlier: ['同一盒，隔条街便宜一半。', '标的二十八，扫出来三十六。'],
      later: ['流感一来当天就涨了两回。'],
      endings: [
        {
          is: 'declined',
          ground: 'OUTSIDE_DUTY',
          reason: '价格行为由价格监督部门处理。',
          body: '市场监管局价监处',
        },
        { is: 'withdrawn', reason: 'SETTLED', remark: '药店已退差价，投诉人撤回。' },
      ],
    },
    {
      ...{ category: 'OTHER', kind: 'INQUIRY' },
      details: { productClass: 'DRUG', productName: '家庭常备药' },
      earlier: ['从国外带一点自己吃的，过关要什么手续？', '家里剩的药往哪里扔？'],
      later: ['网上怎么查一样东西有没有备案？'],
      endings: [{ is: 'settled', answer: '已告知查询和办理方法。', remedy: 'INFORMATION_GIVEN' }],
    },
  ],
};
