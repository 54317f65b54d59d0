/** Where the visitor is, kept in the address, so that Back and Forward work and every place has a link. */
import { hashOf, queryOf, routeOf } from './hash';
import { labRoute, labScreenOf, type Route } from './places';
import type { LabScreen } from './screen-names';

class Router {
  #hash = $state(location.hash);
  readonly route = $derived(routeOf(this.#hash));
  /** the settings in the address */
  readonly query = $derived(queryOf(this.#hash));
  /** the stage that the lab shows, or showed last */
  stage = $state<LabScreen>(labScreenOf(routeOf(location.hash)) ?? 'text');
  /** whether the title of the place is to be scrolled to: a place was opened, and its title has not been shown yet */
  #isOpening = $state(false);
  /** how far down each place was when it was left */
  readonly #left = new Map<Route, number>();

  /** Opens a place; the settings in the address stay. */
  open(route: Route): void {
    const hash = hashOf(route, this.query);
    if (hash === location.hash) return;
    this.#leave();
    this.#isOpening = true;
    location.hash = hash; // adds an entry to the history
    this.#arrive();
  }

  openLab(screen: LabScreen = this.stage): void {
    this.open(labRoute(screen));
  }

  /** Follows Back, Forward, and addresses typed by hand. */
  follow(): void {
    if (location.hash === this.#hash) return;
    this.#leave();
    this.#arrive();
    const y = this.#left.get(this.route);
    if (y === undefined) this.#isOpening = true;
    else requestAnimationFrame(() => scrollTo(0, y));
  }

  /** Whether the title that asks is to be scrolled to and focused, now and only once. */
  takeOpening(): boolean {
    const was = this.#isOpening;
    this.#isOpening = false;
    return was;
  }

  /** Read by titles, so that they ask again. */
  get isOpening(): boolean {
    return this.#isOpening;
  }

  #leave(): void {
    this.#left.set(this.route, scrollY);
  }

  #arrive(): void {
    this.#hash = location.hash;
    this.stage = labScreenOf(this.route) ?? this.stage;
  }
}

export const router = new Router();
