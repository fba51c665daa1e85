import { type DemoMatter, demoCases } from '../demo.ts';

const place = (address: string, longitude: number, latitude: number) => ({ address, longitude, latitude });

const MATTERS: readonly DemoMatter[] = [
  { daysAgo: 0, content: '小区里手机没有信号，打电话要跑到阳台。', category: 'COVERAGE', name: '林先生', phone: '13900003001', details: { service: 'MOBILE', network: 'LTE_4G', area: 'URBAN', indoor: true, place: place('翠湖花园三期', 114.06, 22.55) }, outcome: { is: 'registered' } },
  { daysAgo: 0, content: '每月多扣十元增值业务费，从来没有订过。', category: 'UNEXPLAINED_CHARGE', name: '许女士', phone: '13900003002', details: { service: 'MOBILE', plan: '畅享79元' }, outcome: { is: 'settled', answer: '已退订业务并退还三个月费用共三十元。', remedy: 'REFUND' } },
  { daysAgo: 1, content: '宽带晚上经常掉线。', category: 'BROADBAND_FAULT', name: '何女士', phone: '13900003003', channel: 'HOTLINE_TRANSFER', details: { service: 'BROADBAND', area: 'URBAN' }, outcome: { is: 'promised', hours: 20 } },
  { daysAgo: 4, content: '地下车库完全没有信号。', category: 'COVERAGE', name: '梁先生', phone: '13900003004', details: { service: 'MOBILE', network: 'NR_5G', indoor: true, place: place('翠湖花园三期地库', 114.061, 22.551) }, outcome: { is: 'accepted' } },
  { daysAgo: 18, content: '宽带装机预约了三次都没人上门。', category: 'BROADBAND_INSTALLATION', name: '宋女士', phone: '13900003005', details: { service: 'BROADBAND' }, outcome: { is: 'accepted' } },
  { daysAgo: 33, content: '办公楼五层手机信号弱，通话断断续续。', category: 'COVERAGE', name: '唐先生', phone: '13900003006', details: { service: 'MOBILE', network: 'LTE_4G', indoor: true, rsrp: -118, sinr: -2, place: place('科技园八栋五层', 114.03, 22.53) }, outcome: { is: 'closed', finding: 'SUBSTANTIATED', facts: '现场测试 RSRP -118 dBm，周边无可用站址。', answer: '已纳入基站选址需求，建成后第一时间告知您。', days: 8, followUp: 'ACCEPTABLE', remedy: 'EXPLANATION', cause: 'WEAK_COVERAGE', lesson: '写字楼应在建设期介入室内分布。' } },
  { daysAgo: 55, content: '下载速度只有套餐的十分之一。', category: 'SPEED', name: '韩先生', phone: '13900003007', details: { service: 'MOBILE', network: 'NR_5G', downloadSpeed: 31.5, place: place('会展中心', 114.07, 22.53) }, outcome: { is: 'closed', finding: 'SUBSTANTIATED', facts: '现场测量邻区配置不当。', answer: '已完成参数优化，复测速率达标。', days: 6, remedy: 'REPAIR', cause: 'NEEDS_TUNING' } },
  { daysAgo: 90, content: '整个村子手机都打不通。', category: 'COVERAGE', name: '曹先生', phone: '13900003008', details: { service: 'MOBILE', network: 'LTE_4G', area: 'RURAL', stationId: 'SZ-1187', place: place('石岩村', 113.93, 22.68) }, outcome: { is: 'closed', finding: 'SUBSTANTIATED', facts: '基站传输中断，指标异常。', answer: '已上站更换传输板卡，服务恢复。', days: 3, remedy: 'SERVICE_RESTORED', cause: 'STATION_FAULT', extra: [{ type: 'RECORD_MILESTONE', milestone: 'faultReported' }, { type: 'RECORD_MILESTONE', milestone: 'faultRestored' }] } },
  { daysAgo: 130, content: '营业员推销手机套餐时没有说明合约期。', category: 'MARKETING', name: '冯女士', phone: '13900003009', respondent: { name: '东门营业厅', type: 'SHOP' }, details: { service: 'MOBILE' }, outcome: { is: 'closed', finding: 'SUBSTANTIATED', facts: '录音显示未告知合约期限。', answer: '已为您解除合约，不收违约金。', days: 7, remedy: 'FEE_WAIVER', cause: 'RULE_UNCLEAR', lesson: '办理合约应当面朗读期限条款。' } },
  { daysAgo: 190, content: '每天接到五六个推销骚扰电话。', category: 'NUISANCE', name: '董先生', phone: '13900003010', details: { service: 'MOBILE' }, outcome: { is: 'closed', finding: 'PARTLY_SUBSTANTIATED', facts: '来电号码属其他企业，已转请处理。', answer: '已为您开通骚扰拦截并反馈相关企业。', days: 9, remedy: 'INFORMATION_GIVEN', cause: 'THIRD_PARTY', followUp: 'ACCEPTABLE' } },
  { daysAgo: 320, content: '携号转网被拒绝，说有协议未到期。', category: 'NUMBER_PORTING', name: '程女士', phone: '13900003011', details: { service: 'MOBILE' }, outcome: { is: 'closed', finding: 'UNSUBSTANTIATED', facts: '合约确未到期，协议条款清楚。', answer: '已说明合约内容及解约方式。', days: 4, remedy: 'EXPLANATION', cause: 'MISUNDERSTANDING', followUp: 'DISSATISFIED' } },
];

export const DEMO = demoCases(MATTERS);
