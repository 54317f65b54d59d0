/** Random settings within their bounds, for property tests. */
import fc from 'fast-check';
import type { Field } from '../settings/field';
import { withValue } from '../settings/leaves';
import { settingLeaves, settingsFor, type RunSettings } from './settings';

/** Each setting at its default, or at any valid value. */
export const arbitrarySettings: fc.Arbitrary<RunSettings> = fc
  .tuple(...settingLeaves.map(({ field }) => fc.option(valueOf(field))))
  .map((values) =>
    settingLeaves.reduce(
      (settings, { path }, i) => (values[i] == null ? settings : withValue(settings, path, values[i])),
      settingsFor('whp'),
    ),
  );

function valueOf(field: Field): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case 'number': {
      const { min, max } = field;
      return field.integer
        ? fc.integer({ min, max })
        : fc.double({ min, max, noNaN: true }).map((x) => x + 0); // never −0
    }
    case 'choice':
      return fc.constantFrom(...field.options);
    case 'switch':
      return fc.boolean();
    case 'subset':
      return fc.subarray([...field.options], { minLength: 1 });
  }
}
