import { z } from "zod";
import { chartAddon, chartSection, HTTPS, MONITORED } from "../../settings/addon-definition/definition";
import { off, section } from "../../settings/addon-definition/section";
import { CHART } from "./chart";
import { unsignedImagesAreExplained } from "./rules";

export const kyverno = chartAddon({
  chart: CHART,
  reaches: HTTPS,
  ownsRoles: () => ["kyverno-admission-controller"],
  config: chartSection({
    /**
     * Lets pods start whose image of our registry is not signed, and only reports them. `false` refuses them, also while
     * no signature can be verified.
     */
    unsigned: z.union([section({ reason: z.string() }, '{ reason: "…" }'), off]),
  }),
  defaults: () => ({ values: {}, unsigned: false as const }),
  offByDefault: ({ organisation }) => organisation.containerRegistry === false,
  needs: MONITORED,
  rules: unsignedImagesAreExplained,
});
