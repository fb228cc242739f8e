import type { DexConfig } from "../../addons/dex/settings";

/** Teams that may look at everything that the read-write team may change. */
export const readOnlyTeams = ({ teams, readWriteTeam }: DexConfig): string[] =>
  teams.filter((team) => team !== readWriteTeam);
