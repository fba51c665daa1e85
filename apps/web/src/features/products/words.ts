import { useAppWords } from '../../app/words.ts';
import { defineWords } from '../../i18n/i18n.ts';

/** The words of the register of products. */
export const useProductWords = defineWords(
  {
    'products.rule': {
      zh: '同一批号 {{days}} 天内有 {{least}} 件投诉即提醒。名录根据投诉件填写的内容生成。',
      en: 'A batch with {{least}} complaints within {{days}} days raises the alert. The register is read from what complaints say.',
    },
    'products.source': {
      zh: '名录根据投诉件填写的内容生成。',
      en: 'The register is read from what complaints say.',
    },
    'products.recent': { zh: '近一年投诉', en: 'In a year' },
    'products.complaints': { zh: '历年', en: 'Ever' },
    'products.latest': { zh: '最近一件', en: 'Latest' },
    'products.batches': { zh: '批次', en: 'Batches' },
    'products.batchesOf': { zh: '{{name}} 的批次', en: 'Batches of {{name}}' },
    'products.alerted': { zh: '批次提醒', en: 'Batch alert' },
    'products.onlyAlerted': { zh: '只看有批次提醒的', en: 'With a batch alert only' },
    'products.noBatch': { zh: '未填写批号', en: 'No batch stated' },
    'products.count': { zh: '{{count}} 件投诉', en: 'complaints: {{count}}' },
    'products.span': { zh: '{{first}} 至 {{last}}', en: '{{first}} to {{last}}' },
    'products.only': { zh: '只列出最近 {{count}} 件', en: 'the latest {{count}} are listed' },
    'products.empty': {
      zh: '名录是空的。登记投诉时填写“{{field}}”，产品就会列在这里。',
      en: 'The register is empty. Whatever a complaint names as “{{field}}” is listed here.',
    },
    'products.noneFound': {
      zh: '没有符合条件的产品，请换一个关键词。',
      en: 'No product fits: try other words.',
    },
    'products.noRegister': {
      zh: '本行业的投诉不涉及产品，没有产品名录。',
      en: 'Complaints of this sector are not about products: there is no register of them.',
    },
    'products.more': { zh: '更多', en: 'More' },
  },
  useAppWords,
);
