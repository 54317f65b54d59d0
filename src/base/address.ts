/** Addresses that a person types, and those that the connected page may ask. */

/**
 * Names of this computer: only there may the connected page ask over plain http. Its policy is made of them
 * (tools/site/content-security-policy.ts).
 */
export const THIS_MACHINE = ['localhost', '127.0.0.1'] as const;

export const isThisMachine = (hostname: string): boolean => THIS_MACHINE.some((name) => name === hostname);

/** Its host, with a port that is not the usual one. @throws TypeError if it is not a whole address */
export const hostOf = (address: string): string => new URL(address).host;

/** null: it is not a whole address */
export const hostIn = (typed: string): string | null => (URL.canParse(typed) ? hostOf(typed) : null);
