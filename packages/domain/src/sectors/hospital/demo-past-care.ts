import type { PastMatter } from '../demo-past.ts';

/** What patients say of doctors, nurses and examinations. */
export const CARE: readonly PastMatter[] = [
  {
    ...{ category: 'ATTITUDE', about: 'INTERNAL', details: { stage: 'WARD', harm: 'NONE_DONE' } },
    earlier: [
      '查房只看了一眼，问病情被说“你又不懂”。',
      '护士摔门，说按铃按得太勤。',
      '换药时一直抱怨加班，动作很重。',
    ],
    later: ['主任说话像训学生，家属都不敢吭声。', '要求复印东西，{place}的人翻了个白眼。'],
    endings: [
      {
        ...{ is: 'closed', finding: 'SUBSTANTIATED', cause: 'ATTITUDE', remedy: 'APOLOGY' },
        facts: '当事人承认言语生硬。',
        answer: '科主任已带当事人道歉。',
        lesson: '交接班时重申用语规范。',
      },
      {
        ...{ is: 'closed', finding: 'UNSUBSTANTIATED', cause: 'EXPECTATION', remedy: 'EXPLANATION' },
        facts: '同病房患者反映服务正常。',
        answer: '已沟通并更换责任护士。',
      },
    ],
  },
  {
    ...{ category: 'COMMUNICATION', about: 'INTERNAL', details: { stage: 'WARD', harm: 'NONE_DONE' } },
    earlier: [
      '转到别的病区没人告诉家里，来了找不到人。',
      '用了自费的，签字时没讲，账单出来才知道。',
      '三个大夫三种说法，到底能不能吃。',
    ],
    later: ['出院带的单子看不懂，打电话问没人接。', '换了治疗办法，是隔壁床告诉我们的。'],
    endings: [
      {
        ...{ is: 'closed', finding: 'SUBSTANTIATED', cause: 'INFORMING', remedy: 'APOLOGY' },
        facts: '谈话记录缺失。',
        answer: '已补充说明并致歉。',
        lesson: '自费项目须逐项签字。',
      },
      {
        ...{ is: 'closed', finding: 'PARTLY_SUBSTANTIATED', cause: 'INFORMING', remedy: 'EXPLANATION' },
        facts: '已口头告知，未留书面。',
        answer: '已由主治医师重新说明。',
      },
    ],
  },
  {
    ...{ category: 'COMMUNICATION', about: 'SURGICAL', classification: 'DISPUTE' },
    details: { stage: 'OPERATION', harm: 'MINOR', informedConsent: 'GIVEN', route: 'HOSPITAL' },
    earlier: ['开完刀腿麻了一个月，事前说一周就好。'],
    later: [],
    endings: [
      {
        ...{ is: 'closed', finding: 'UNSUBSTANTIATED', cause: 'COMPLICATION', remedy: 'EXPLANATION' },
        facts: '风险已书面告知，恢复过程符合规律。',
        answer: '专家已会诊说明，安排免费复查。',
      },
    ],
  },
  {
    ...{
      category: 'EXAMINATION',
      about: 'MEDICAL_TECHNICAL',
      details: { stage: 'EXAMINATION', harm: 'NONE_DONE' },
    },
    earlier: ['片子上的名字是别人的。', '抽了四管，说丢了一管要重来。', '预约增强排到十九天以后。'],
    later: ['空腹来的，机器坏了没人提前讲。', '报告写左边，疼的是右边。'],
    endings: [
      {
        ...{ is: 'closed', finding: 'SUBSTANTIATED', cause: 'CORE_INSTITUTION', remedy: 'APOLOGY' },
        facts: '登记时未核对身份。',
        answer: '已免费重做并致歉。',
        extra: [
          {
            type: 'CORRECT',
            reason: '查明违反查对制度',
            changes: {
              details: { stage: 'EXAMINATION', harm: 'NONE_DONE', coreInstitution: 'IDENTITY_CHECK' },
            },
          },
        ],
      },
      {
        ...{ is: 'closed', finding: 'PARTLY_SUBSTANTIATED', cause: 'PROCESS', remedy: 'APOLOGY' },
        facts: '设备故障未及时通知。',
        answer: '已优先安排并建立停机短信。',
      },
    ],
  },
  {
    ...{ category: 'NURSING', about: 'INTERNAL', details: { stage: 'INFUSION', harm: 'MINOR' } },
    earlier: ['针打歪了鼓了个大包，换人又扎了两次。', '夜里吊瓶空了，回血才有人来。'],
    later: ['翻身没人帮，尾椎磨破了皮。'],
    endings: [
      {
        ...{ is: 'closed', finding: 'SUBSTANTIATED', cause: 'RESPONSIBILITY', remedy: 'APOLOGY' },
        facts: '巡视间隔超过规定。',
        answer: '已处理并由护士长道歉。',
        lesson: '夜间巡视须扫码留痕。',
      },
      {
        ...{ is: 'closed', finding: 'PARTLY_SUBSTANTIATED', cause: 'NATURE_OF_WORK', remedy: 'APOLOGY' },
        facts: '血管条件差，操作符合规范。',
        answer: '已冷敷处理并安排高年资护士。',
      },
    ],
  },
  {
    ...{ category: 'TREATMENT', about: 'OBSTETRICS', details: { stage: 'WARD', harm: 'NONE_DONE' } },
    earlier: ['喊疼喊了一晚上，值班的让忍着。'],
    later: ['拆完线又裂开，说是自己没养好。'],
    endings: [
      {
        ...{ is: 'closed', finding: 'UNSUBSTANTIATED', cause: 'EXPECTATION', remedy: 'EXPLANATION' },
        facts: '诊疗符合规范。',
        answer: '已由科主任说明病情和处理依据。',
      },
    ],
  },
  {
    ...{ category: 'ATTITUDE', about: 'EMERGENCY', details: { stage: 'EMERGENCY', harm: 'NONE_DONE' } },
    earlier: ['半夜送来，让先去交钱，头也没抬。'],
    later: [],
    endings: [
      {
        ...{ is: 'closed', finding: 'PARTLY_SUBSTANTIATED', cause: 'ATTITUDE', remedy: 'APOLOGY' },
        facts: '分诊时解释不足。',
        answer: '已致歉并重申先救治后付费。',
      },
    ],
  },
];
