/** Whether single-key shortcuts are on: speech input and some assistive tools need them off. */
class KeyPreference {
  isOn = $state(true);
}

export const keyPreference = new KeyPreference();
