/** Lets every file of the page fail at its first request. */
import type { BuildServer, Fault } from '../browser/build-server';

/** The page itself and its first script cannot be fetched again without a reload. */
const isAfterFirst = (path: string): boolean => path !== '' && !path.startsWith('assets/boot-');

/** `fault`: null lets none fail. Returns the files asked for so far, as a set that grows. */
export function failOnce(
  server: BuildServer,
  fault: Fault | null,
  isMeant: (path: string) => boolean = () => true,
): ReadonlySet<string> {
  const failed = new Set<string>();
  server.faultOf = (path) => {
    if (!isAfterFirst(path) || !isMeant(path) || failed.has(path)) return null;
    failed.add(path);
    return fault;
  };
  return failed;
}
