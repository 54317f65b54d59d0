/** The places of the page. */
import { labScreens, type LabScreen } from './screen-names';

export const placeNames = ['see', 'how', 'lab', 'runs', 'review'] as const;
export type PlaceName = (typeof placeNames)[number];

/** Where a visitor can be, as the address writes it. */
export type Route = Exclude<PlaceName, 'lab'> | `lab/${LabScreen}`;

export const labRoute = (screen: LabScreen): Route => `lab/${screen}`;

export const routes: readonly Route[] = placeNames.flatMap((place) =>
  place === 'lab' ? labScreens.map(labRoute) : [place],
);

export function placeOf(route: Route): PlaceName {
  return placeNames.find((place) => route === place || route.startsWith(`${place}/`)) ?? 'see';
}

/** The screen of the lab that the route leads to; null outside the lab. */
export function labScreenOf(route: Route): LabScreen | null {
  return labScreens.find((screen) => route === labRoute(screen)) ?? null;
}
