/** Whether the tour is wanted; remembered. */
import { readPreference, writePreference } from '../../browser/preferences/storage';

const PREFERENCE = 'tour';

class TourChoice {
  isDismissed = $state(readPreference(PREFERENCE) === 'dismissed');

  dismiss(): void {
    this.isDismissed = true;
    writePreference(PREFERENCE, 'dismissed');
  }

  bringBack(): void {
    this.isDismissed = false;
    writePreference(PREFERENCE, 'wanted');
  }
}

export const tour = new TourChoice();
