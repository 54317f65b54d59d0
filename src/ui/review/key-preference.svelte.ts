/** Whether single keys do something: those who dictate, or whose tools use the same keys, switch them off. */
class KeyPreference {
  isOn = $state(true);
}

export const keyPreference = new KeyPreference();
