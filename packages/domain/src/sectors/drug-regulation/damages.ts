import { t } from '../common.ts';
import type { PunitiveDamages } from '../contract.ts';

// Of the Food Safety Law's article several copies agree (sums, number of the article); of the Drug Administration Law's
// none was found. Neither was read at the source (flk.npc.gov.cn).
const AS_MUCH = { priceTimes: 10, lossTimes: 3, least: 100_000, confirmed: false } as const;

/** Ten times the price or three times the loss, at least 1,000 yuan, where the law grants it (domain.md 5.2). */
export const DAMAGES: PunitiveDamages = {
  ...{ by: 'productClass', price: 'price' },
  rules: [
    {
      ...AS_MUCH,
      in: ['DRUG'],
      basis: t('药品管理法第一百四十四条第三款', 'Drug Administration Law Art. 144(3)'),
      condition: t(
        '生产假药、劣药，或者明知是假药、劣药仍然销售、使用的。',
        'For making counterfeit or substandard drugs, or knowingly selling or using them.',
      ),
    },
    {
      ...AS_MUCH,
      in: ['HEALTH_FOOD'],
      basis: t('食品安全法第一百四十八条第二款', 'Food Safety Law Art. 148(2)'),
      condition: t(
        '生产不符合食品安全标准的食品，或者经营明知不符合标准的食品；标签、说明书有不影响食品安全且不会误导消费者的瑕疵的除外。',
        'For food that does not meet safety standards, made so or knowingly sold; not for flaws of a label that neither affect safety nor mislead.',
      ),
    },
  ],
  none: t(
    '法律没有对此类产品规定价款十倍或损失三倍的赔偿金（医疗器械、化妆品）；欺诈的，可适用消费者权益保护法第五十五条。',
    'No law grants ten times the price or three times the loss for this class (devices, cosmetics); for fraud see the Consumer Protection Law Art. 55.',
  ),
};
