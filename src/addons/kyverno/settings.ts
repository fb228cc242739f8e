import { z } from "zod";
import { chartAddon, chartSection, MONITORED } from "../../settings/addon-definition/definition";
import { CHART } from "./chart";

export const kyverno = chartAddon({
  chart: CHART,
  ownsRoles: () => ["kyverno-admission-controller"],
  config: chartSection({
    /** Refuses pods whose image is not signed; `false` only reports them. */
    enforce: z.boolean(),
  }),
  // Until every application's workflow signs what it pushes, refusing would keep good images out.
  defaults: () => ({ values: {}, enforce: false }),
  offByDefault: ({ organisation }) => organisation.containerRegistry === false,
  needs: MONITORED,
});
