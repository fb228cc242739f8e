/** True for an address that Git reaches by SSH, such as `git@github.com:example/charts`. */
export const isSsh = (url: string): boolean => url.startsWith("git@");

/** Port of SSH. */
export const SSH_PORT = 22;
