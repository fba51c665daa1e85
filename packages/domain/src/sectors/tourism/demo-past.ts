import type { PastPlan } from '../demo-past.ts';
import { AGENCIES, HOLIDAYS, SUMMER } from './demo-past-agencies.ts';

const OUTSIDE = '不属于旅游质监机构职责范围，已告知向主管部门反映。';

export const PAST: PastPlan = {
  seed: 20_100_701,
  parties: {
    TRAVEL_AGENCY: [
      ...['海天旅行社', '鹏程假期', '南粤旅行社', '春晖旅行社', '乐途旅行社'],
      ...['金桥旅行社', '五湖旅行社', '天天旅行社', '星程旅行社', '广联旅行社'],
    ],
    HOTEL: ['海悦酒店', '望湖宾馆', '金沙湾度假酒店', '城际快捷酒店'],
    HOMESTAY: ['听涛小筑', '半山民宿', '渔村人家'],
    ATTRACTION: ['莲花山景区', '古城景区', '海底世界', '玉龙峡漂流'],
    GUIDE: ['导游黄某', '导游温某', '领队江某'],
    SHOP: ['玉缘珠宝城', '南海珍珠馆', '山茶土特产店'],
    TRANSPORT: ['顺达客运', '畅行车队', '平安旅运'],
    PLATFORM: ['趣游网', '行呗网'],
  },
  places: [
    ...[{ name: '云南' }, { name: '桂林' }, { name: '海南' }, { name: '张家界' }, { name: '厦门' }],
    ...[{ name: '泰国' }, { name: '澳门' }, { name: '西安' }, { name: '惠州' }],
  ],
  pace: [5, 7, 9, 11, 14, 16, 18, 20, 23, 25, 28, 31, 8, 12, 15, 66],
  matters: [
    ...AGENCIES,
    {
      ...{ category: 'TICKET', about: 'ATTRACTION', seasons: HOLIDAYS },
      earlier: ['网上约的上午场，到门口说满了，只能下午再来。', '小火车另外收费，买票的时候没人讲。'],
      later: ['扫码进不去，客服让我重新买一张。', '刷身份证显示已使用，可我一家人刚到。'],
      endings: [
        {
          ...{ is: 'closed', finding: 'SUBSTANTIATED', cause: 'MANAGEMENT_LAX', remedy: 'REFUND', yuan: 120 },
          facts: '预约系统超发，现场指引不足。',
          answer: '景区已退款并修复预约系统。',
        },
        { is: 'settled', answer: '已联系景区值班经理，当场安排入园。', remedy: 'EXPLANATION' },
      ],
    },
    {
      ...{ category: 'ATTRACTION_SERVICE', about: 'ATTRACTION', seasons: SUMMER },
      earlier: ['排队三个多小时没有遮阳，也没有饮水点，有人中暑。', '厕所又脏又少，女厕排到外面台阶上。'],
      later: ['漂流穿的救生衣发霉，扣子是坏的。'],
      endings: [
        {
          ...{ is: 'closed', finding: 'SUBSTANTIATED', cause: 'MANAGEMENT_LAX', remedy: 'CORRECTION' },
          facts: '现场检查发现设施不足，与投诉一致。',
          answer: '景区已增设设施，我们将回头检查。',
          lesson: '高温时段应按客流配备遮阳和饮水。',
        },
        {
          ...{ is: 'closed', finding: 'PARTLY_SUBSTANTIATED', cause: 'MANAGEMENT_LAX', remedy: 'APOLOGY' },
          facts: '个别时段人手不足。',
          answer: '景区已致歉并调整班次。',
        },
      ],
    },
    {
      ...{ category: 'HOTEL_BOOKING', about: 'HOTEL', seasons: HOLIDAYS },
      earlier: ['付了全款，前台说系统没收到，让我们自己另找地方。', '订的家庭房，到了给两间不挨着的单人间。'],
      later: ['涨价之后把我们的单子取消了，说是误操作。'],
      endings: [
        {
          ...{
            is: 'closed',
            finding: 'SUBSTANTIATED',
            cause: 'CONTRACT_BREACH',
            remedy: 'COMPENSATION',
            yuan: 680,
          },
          facts: '确认单有效，酒店超额接单。',
          answer: '酒店已退款并补偿一晚房费。',
        },
        {
          ...{ is: 'closed', finding: 'SUBSTANTIATED', cause: 'MANAGEMENT_LAX', remedy: 'REFUND', yuan: 260 },
          facts: '渠道库存未同步。',
          answer: '酒店已退差价并致歉。',
        },
      ],
    },
    {
      ...{ category: 'HOTEL_HYGIENE', about: 'HOMESTAY' },
      earlier: ['床单上有头发和污渍，要求换，说没有干净的了。', '浴室下水道返味，整晚没睡。'],
      later: ['半夜被虫咬了一身包，第二天去看了急诊。'],
      endings: [
        {
          ...{ is: 'closed', finding: 'SUBSTANTIATED', cause: 'MANAGEMENT_LAX', remedy: 'REFUND', yuan: 388 },
          facts: '照片和现场检查一致。',
          answer: '商家已退房费并整改。',
        },
        {
          ...{ is: 'transferred', body: '卫生健康局', reason: '公共场所卫生由卫生健康部门监管。' },
          answer: '经检查，已责令限期改正布草更换记录。',
        },
      ],
    },
    {
      ...{ category: 'GOODS_QUALITY', about: 'SHOP', details: { hotSpot: 'SHOPPING' } },
      earlier: ['花三千八买的手镯，回家一看有裂纹，店里不认。', '说是野生的，煮出来一股药水味。'],
      later: ['珍珠项链戴了两天就掉皮，发票也没给。'],
      endings: [
        {
          ...{
            is: 'closed',
            finding: 'SUBSTANTIATED',
            cause: 'CONTRACT_BREACH',
            remedy: 'REFUND',
            yuan: 3800,
          },
          facts: '送检结果与销售时的说法不符。',
          answer: '商家已退货退款。',
        },
        {
          ...{ is: 'closed', finding: 'UNSUBSTANTIATED', cause: 'MISUNDERSTANDING', remedy: 'EXPLANATION' },
          facts: '商品与标签一致，属天然纹理。',
          answer: '经鉴别商品与标示相符，已说明。',
        },
      ],
    },
    {
      ...{ category: 'COACH', about: 'TRANSPORT', seasons: HOLIDAYS },
      earlier: ['座位不够，让小孩坐在过道的小板凳上。', '空调坏了，四十度闷了一路。'],
      later: ['司机一边开一边打电话，提醒他还发脾气。'],
      endings: [
        {
          ...{
            is: 'closed',
            finding: 'SUBSTANTIATED',
            cause: 'MANAGEMENT_LAX',
            remedy: 'COMPENSATION',
            yuan: 200,
          },
          facts: '行车视频与投诉一致。',
          answer: '客运公司已补偿并处理当班司机。',
        },
        {
          ...{ is: 'transferred', body: '交通运输局', reason: '营运车辆由交通运输部门管理。' },
          answer: '已对企业超员行为立案处理。',
        },
      ],
    },
    {
      ...{ category: 'CATERING', seasons: HOLIDAYS },
      earlier: ['一条鱼称完变成四斤八两，结账多收一百多。', '在{place}吃完全家拉肚子。'],
      later: ['菜单上没有价钱，结账时漫天要价。'],
      endings: [
        {
          is: 'declined',
          ground: 'OUTSIDE_REMIT',
          reason: `餐饮价格与食品安全${OUTSIDE}`,
          body: '市场监督管理局',
        },
      ],
    },
    {
      ...{ category: 'MANAGEMENT', about: 'PLATFORM' },
      earlier: ['页面写着含保险，出了事才说没买。', '评价只显示好的，我写的差评被删了。'],
      later: ['下单后自动勾选了三项附加服务。'],
      endings: [
        {
          ...{ is: 'closed', finding: 'SUBSTANTIATED', cause: 'NOT_TOLD', remedy: 'CORRECTION' },
          facts: '页面截图与订单不一致。',
          answer: '平台已更正页面并退还费用。',
        },
        {
          ...{ is: 'closed', finding: 'PARTLY_SUBSTANTIATED', cause: 'MANAGEMENT_LAX', remedy: 'APOLOGY' },
          facts: '评价审核规则未公示。',
          answer: '平台已公示规则并恢复评价。',
        },
      ],
    },
    {
      ...{ category: 'OTHER', kind: 'INQUIRY' },
      earlier: ['去{place}跟团，合同上要看清哪些条款？', '孩子没有身份证能不能坐船上岛？'],
      later: ['怎么查一家旅行社有没有出境资质？'],
      endings: [{ is: 'settled', answer: '已逐项解答，并发送办事指南链接。', remedy: 'INFORMATION_GIVEN' }],
    },
  ],
};
