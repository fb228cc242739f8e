import type { DexConfig } from "../addons/addons";

/** Teams that may look at everything that the read-write team may change. */
export const readOnlyTeams = ({ teams, readWriteTeam }: DexConfig): string[] =>
  teams.filter((team) => team !== readWriteTeam);
