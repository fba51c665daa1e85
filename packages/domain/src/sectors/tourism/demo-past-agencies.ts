import type { PastMatter } from '../demo-past.ts';

/** When people travel most: Spring Festival, May Day, National Day and the days after, in which they complain. */
export const HOLIDAYS = [
  ['02-10', '02-24'],
  ['05-01', '05-06'],
  ['10-01', '10-09'],
] as const;
export const SUMMER = [['07-01', '08-31']] as const;

/** What travellers say of agencies and their guides. */
export const AGENCIES: readonly PastMatter[] = [
  {
    ...{ category: 'ITINERARY_CHANGED', about: 'TRAVEL_AGENCY', details: { market: 'DOMESTIC' } },
    seasons: HOLIDAYS,
    earlier: [
      '{place}五日游，第三天的游船没有坐成，导游说改成自由活动。',
      '报的纯玩团，到{place}才知道少了两个点，说是封路，可别的团照样进去了。',
      '{party}把返程高铁换成了大巴，多坐了九个小时，事先一个字没提。',
      '说好住湖边，实际拉到县城边上，晚上连吃饭的地方都找不到。',
    ],
    later: [
      '去{place}，头一天就被告知路线要倒着走，最后两处没去成。',
      '群里临时发通知换航班，半夜两点才落地，第二天上午的安排全废了。',
    ],
    endings: [
      {
        ...{
          is: 'closed',
          finding: 'SUBSTANTIATED',
          cause: 'CONTRACT_BREACH',
          remedy: 'REFUND',
          yuan: 320,
        },
        facts: '核对行程单与实际安排，变更未经游客书面同意。',
        answer: '情况属实，旅行社已退还未发生的费用并致歉。',
        lesson: '行程变更须书面征得同意并留存。',
      },
      {
        ...{ is: 'closed', finding: 'UNSUBSTANTIATED', cause: 'FORCE_MAJEURE', remedy: 'EXPLANATION' },
        facts: '当日道路因塌方管制，旅行社已提前短信告知并退还差价。',
        answer: '经核实系不可抗力，旅行社已按合同处理，特此说明。',
      },
      {
        ...{ is: 'closed', finding: 'SUBSTANTIATED', cause: 'NOT_TOLD', remedy: 'COMPENSATION', yuan: 500 },
        facts: '交通方式改变前没有通知，合同也无相应约定。',
        answer: '经调解，旅行社按合同补偿每人五百元。',
        extra: [
          {
            ...{ type: 'START_MEDIATION', complainantConsents: true, respondentConsents: true },
            consent: '双方电话同意调解。',
          },
          { type: 'RECORD_MEDIATION_SESSION', positions: '游客要求退还一半团费，旅行社愿退交通差价。' },
          { type: 'END_MEDIATION', result: 'AGREED', agreement: '旅行社补偿五百元，七日内付清。' },
        ],
      },
    ],
  },
  {
    ...{ category: 'FORCED_SHOPPING', about: 'TRAVEL_AGENCY', seasons: HOLIDAYS },
    details: { market: 'DOMESTIC', hotSpot: 'SHOPPING' },
    earlier: [
      '在{place}一天进了四家店，不买就不发房卡。',
      '导游当着全车人的面骂我们小气，说不消费就别出来玩。',
      '低价团，到了{place}要求每人至少花两千元，否则甩在路边。',
    ],
    later: [
      '直播间买的九十九元两日游，全程都在乳胶馆和药材馆里坐着。',
      '老人家跟团去{place}，被锁在会议室里听了三个小时的课，买了床垫才放人。',
    ],
    endings: [
      {
        ...{
          is: 'closed',
          finding: 'SUBSTANTIATED',
          cause: 'CONTRACT_BREACH',
          remedy: 'REFUND',
          yuan: 1980,
        },
        facts: '同团游客证言与行车记录一致，停留时间远超合同。',
        answer: '情况属实，已退货退款，并对旅行社立案处罚。',
        extra: [
          {
            ...{ type: 'IMPOSE_SANCTION', sanction: 'FINE', basis: '旅游法第九十八条' },
            money: {
              original: { amount: 3_000_000, currency: 'CNY' },
              converted: { amount: 3_000_000, currency: 'CNY' },
            },
          },
        ],
      },
      {
        ...{ is: 'closed', finding: 'PARTLY_SUBSTANTIATED', cause: 'STAFF_ATTITUDE', remedy: 'APOLOGY' },
        facts: '有催促消费的言语，未查实限制人身自由。',
        answer: '已责令旅行社停用该导游三个月并向游客道歉。',
      },
    ],
  },
  {
    ...{ category: 'REFUND_DISPUTE', about: 'TRAVEL_AGENCY', seasons: SUMMER },
    earlier: [
      '孩子发烧没法出发，提前三天退，只肯退两百。',
      '签证没下来，{party}扣着定金不给，说要等到年底。',
      '因台风取消的{place}行程，两个月了钱还没到账。',
      '报名时说随时可退，真要退了拿出一张没见过的扣费表。',
    ],
    later: [
      '夏令营提前结营，剩下四天的钱一分不退。',
      '老板电话打不通，门店关了，我们二十几个人交的款不知道找谁。',
    ],
    endings: [
      {
        ...{
          is: 'closed',
          finding: 'SUBSTANTIATED',
          cause: 'CONTRACT_BREACH',
          remedy: 'REFUND',
          yuan: 2600,
        },
        facts: '合同约定出发前三日取消扣百分之四十，实际多扣。',
        answer: '旅行社已按合同退还多扣部分。',
      },
      {
        ...{ is: 'closed', finding: 'UNSUBSTANTIATED', cause: 'TRAVELLER', remedy: 'EXPLANATION' },
        facts: '扣费与合同一致，机票凭证齐全。',
        answer: '经核对单据，扣费符合合同，已逐项说明。',
      },
      { is: 'withdrawn', reason: 'SETTLED', remark: '旅行社已主动退款，投诉人来电撤回。' },
      {
        ...{
          is: 'closed',
          finding: 'SUBSTANTIATED',
          cause: 'MANAGEMENT_LAX',
          remedy: 'QUALITY_DEPOSIT',
          yuan: 3400,
        },
        facts: '旅行社停业且拒不退款，欠款凭证清楚。',
        answer: '已依规使用质量保证金先行赔付。',
      },
    ],
  },
  {
    ...{ category: 'GUIDE_ATTITUDE', about: 'GUIDE' },
    earlier: [
      '讲解敷衍，一路玩手机，问他问题爱理不理。',
      '集合迟到了五分钟，被当众数落，老人气得血压都高了。',
    ],
    later: ['在{place}走丢了一位阿姨，带队的说不关他的事。'],
    endings: [
      {
        ...{ is: 'closed', finding: 'SUBSTANTIATED', cause: 'STAFF_ATTITUDE', remedy: 'APOLOGY' },
        facts: '导游承认言语不当。',
        answer: '导游已当面道歉，所在单位安排其重新培训。',
      },
      {
        ...{ is: 'closed', finding: 'UNSUBSTANTIATED', cause: 'MISUNDERSTANDING', remedy: 'EXPLANATION' },
        facts: '多数同团游客反映服务正常。',
        answer: '经向同团游客了解，未见明显失职，已转达您的意见。',
      },
    ],
  },
  {
    ...{ category: 'UNQUALIFIED_GUIDE', kind: 'REPORT', about: 'GUIDE', details: { market: 'DOMESTIC' } },
    earlier: ['带队的拿不出证件，说是朋友的。'],
    later: [],
    endings: [
      {
        ...{ is: 'closed', finding: 'SUBSTANTIATED', cause: 'UNLICENSED' },
        facts: '该人未取得导游证。',
        answer: '已依法查处。',
        extra: [{ type: 'IMPOSE_SANCTION', sanction: 'WARNING', basis: '导游人员管理条例第十八条' }],
      },
    ],
  },
];
