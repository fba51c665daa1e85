import type { PastMatter } from '../demo-past.ts';

const THUNDER = [['06-01', '08-31']] as const;

/** What customers say of the network and of broadband. */
export const NETWORK: readonly PastMatter[] = [
  {
    ...{ category: 'COVERAGE', details: { service: 'MOBILE', network: 'LTE_4G', indoor: true } },
    earlier: [
      '在{place}进了电梯就失联，快递打不通我电话。',
      '{place}临街那排房子，屋里只有一格，窗边才好些。',
      '搬来{place}以后，家里打电话对方总说听不见。',
    ],
    later: ['{place}里屋刷不出付款码，要走到楼道。', '{place}装修完加了一道钢门，关上就没网。'],
    endings: [
      {
        ...{ is: 'closed', finding: 'PARTLY_SUBSTANTIATED', cause: 'THIRD_PARTY', remedy: 'EXPLANATION' },
        facts: '室内分布因物业未同意进场无法调整。',
        answer: '已与物业协商，先为您开通高清语音走家中无线网络。',
      },
      {
        ...{ is: 'closed', finding: 'SUBSTANTIATED', cause: 'CONGESTION', remedy: 'SERVICE_RESTORED' },
        facts: '忙时负荷偏高。',
        answer: '已扩容，复测正常。',
      },
      {
        ...{ is: 'closed', finding: 'UNSUBSTANTIATED', cause: 'TERMINAL', remedy: 'EXPLANATION' },
        facts: '换机测试正常，属手机天线故障。',
        answer: '建议送修手机，我们可借用备机。',
      },
    ],
  },
  {
    ...{ category: 'SPEED', details: { service: 'MOBILE', network: 'NR_5G' } },
    earlier: [
      '{place}一到下班点视频就转圈。',
      '在{place}测了三次都不到十兆，套餐写的是一千。',
      '月底前几天明显变慢，{place}朋友用别家没事。',
    ],
    later: ['{place}夜市旁边刷短视频一直缓冲。', '升级之后在{place}打游戏延迟两三百。'],
    endings: [
      {
        ...{ is: 'closed', finding: 'SUBSTANTIATED', cause: 'CONGESTION', remedy: 'SERVICE_RESTORED' },
        facts: '忙时资源利用率超过门限。',
        answer: '已增开载波，忙时速率恢复。',
      },
      {
        ...{ is: 'closed', finding: 'UNSUBSTANTIATED', cause: 'MISUNDERSTANDING', remedy: 'EXPLANATION' },
        facts: '当月已达到限速阈值，短信提醒过两次。',
        answer: '已说明达量降速规则。',
      },
    ],
  },
  {
    ...{ category: 'DROPPED_CALLS', details: { service: 'MOBILE', network: 'LTE_4G' } },
    earlier: ['坐地铁过{place}那一段，每次说到一半就断。'],
    later: ['开车经过{place}高架，蓝牙里突然没声了，天天如此。'],
    endings: [
      {
        ...{ is: 'closed', finding: 'SUBSTANTIATED', cause: 'CONGESTION', remedy: 'SERVICE_RESTORED' },
        facts: '切换带负荷不均。',
        answer: '已均衡负荷，路测正常。',
      },
    ],
  },
  {
    pace: [1, 1, 2, 2, 2, 3, 5],
    ...{ category: 'BROADBAND_FAULT', about: 'BROADBAND', seasons: THUNDER },
    details: { service: 'BROADBAND', area: 'URBAN' },
    earlier: [
      '打雷之后盒子上的红灯一直亮。',
      '网课上到一半断了，重启七八回没用。',
      '每天凌晨断一次，打游戏正好掉出来。',
      '整层楼都上不了，隔壁也报了。',
    ],
    later: [
      '路由器闪红，客服说正常，可就是打不开网页。',
      '师傅来过两趟，走了没半天又不行。',
      '监控离线三天，店里不敢关门。',
    ],
    endings: [
      {
        ...{ is: 'closed', finding: 'SUBSTANTIATED', cause: 'LINE_FAULT', remedy: 'SERVICE_RESTORED' },
        facts: '入户光纤弯折损伤，光衰过大。',
        answer: '已更换皮线光缆，网络恢复，退还停用期间费用。',
        extra: [{ type: 'RECORD_MILESTONE', milestone: 'faultRestored' }],
      },
      {
        ...{ is: 'closed', finding: 'SUBSTANTIATED', cause: 'SYSTEM', remedy: 'SERVICE_RESTORED' },
        facts: '接入设备板卡告警。',
        answer: '已更换板卡，同片用户均已恢复。',
        extra: [{ type: 'RECORD_MILESTONE', milestone: 'faultRestored' }],
        lesson: '板卡告警应当日派单。',
      },
      {
        ...{ is: 'closed', finding: 'UNSUBSTANTIATED', cause: 'TERMINAL', remedy: 'REPLACEMENT' },
        facts: '用户自备路由器老化。',
        answer: '已免费更换光猫并调试路由器。',
        extra: [{ type: 'RECORD_MILESTONE', milestone: 'faultRestored' }],
      },
    ],
  },
  {
    ...{ category: 'BROADBAND_INSTALLATION', about: 'BROADBAND', details: { service: 'BROADBAND' } },
    earlier: [
      '约了周六上午，等到下午两点没人来也没电话。',
      '搬家移机说没端口，让我等通知，等了一个月。',
      '师傅另外收了一百元网线钱，没有票。',
    ],
    later: ['新房交付两百多户只有一家能装，凭什么。', '拆机要我自己把设备送到十公里外。'],
    endings: [
      {
        ...{ is: 'closed', finding: 'SUBSTANTIATED', cause: 'STAFF_CONDUCT', remedy: 'APOLOGY' },
        facts: '预约单改期后未通知用户。',
        answer: '已上门装妥并减免一个月费用。',
        lesson: '改期须电话确认后方可改单。',
      },
      {
        ...{ is: 'closed', finding: 'PARTLY_SUBSTANTIATED', cause: 'SYSTEM', remedy: 'EXPLANATION' },
        facts: '资源系统端口数据与现场不符。',
        answer: '端口已核实释放，完成移机。',
      },
    ],
  },
];
