import type { Organisation } from "../settings/organisation/organisation";

/** Folder of the runbooks on GitHub, for links in alerts. */
export const runbooksOf = ({ gitHub, repository }: Organisation): string =>
  `https://github.com/${gitHub}/${repository}/blob/main/docs/runbooks`;
