import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { CHINA_TIME_ZONE, instantAt, localDateOf } from './time.ts';

describe('days and times in China', () => {
  test('the day begins at 16:00 UTC of the day before', () => {
    expect(localDateOf('2026-09-23T15:59:59.999Z')).toBe('2026-09-23');
    expect(localDateOf('2026-09-23T16:00:00.000Z')).toBe('2026-09-24');
    expect(localDateOf('2026-12-31T16:00:00.000Z')).toBe('2027-01-01');
    expect(instantAt('2026-09-24', '00:30')).toBe('2026-09-23T16:30:00.000Z');
    expect(instantAt('2026-09-24', '17:30')).toBe('2026-09-24T09:30:00.000Z');
    expect(instantAt('2026-09-24', '23:59:59.999')).toBe('2026-09-24T15:59:59.999Z');
  });

  test('in the summers of 1986 to 1991 clocks were an hour ahead', () => {
    expect(instantAt('1988-07-01', '09:00')).toBe('1988-07-01T00:00:00.000Z');
    expect(localDateOf('1988-06-30T15:30:00.000Z')).toBe('1988-07-01');
  });

  test('are those of the time zone’s own rules, whenever it is', () => {
    const moments = fc.date({
      min: new Date('1985-01-01'),
      max: new Date('2100-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moments, (moment) => {
        const at = moment.toISOString();
        const zoned = Temporal.Instant.from(at).toZonedDateTimeISO(CHINA_TIME_ZONE);
        const minute = zoned.with({ second: 0, millisecond: 0 });
        expect(localDateOf(at)).toBe(zoned.toPlainDate().toString());
        expect(instantAt(localDateOf(at), minute.toPlainTime().toString().slice(0, 5))).toBe(
          new Date(minute.epochMilliseconds).toISOString(),
        );
      }),
    );
  });
});
