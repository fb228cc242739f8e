import { z } from "zod";
import { chartAddon, chartSection, HTTPS, MONITORED } from "../../settings/addon-definition/definition";
import { off, section } from "../../settings/addon-definition/section";
import { CHART } from "./chart";
import { exceptionsHaveAList, rolesOfKyverno, unsignedImagesAreExplained } from "./rules";

export const kyverno = chartAddon({
  chart: CHART,
  reaches: HTTPS,
  ownsRoles: rolesOfKyverno,
  config: chartSection({
    /**
     * Lets pods start whose image of our registry is not signed, and only reports them. `false` refuses them, also while
     * no signature can be verified.
     */
    unsigned: z.union([section({ reason: z.string() }, '{ reason: "…" }'), off]),

    /**
     * The Pod Security Standards, judged beside the API server's own check: "baseline" in every namespace of the platform
     * and of applications, "restricted" where Pod Security enforces it. `"report"` refuses no pod, `"enforce"` does.
     *
     * @default false: the API server alone judges pods
     */
    podSecurity: z.union([z.enum(["report", "enforce"]), off]),
  }),
  defaults: () => ({ values: {}, unsigned: false as const, podSecurity: false as const }),
  offByDefault: ({ organisation }) => organisation.containerRegistry === false,
  needs: MONITORED,
  needsAsSet: exceptionsHaveAList,
  rules: unsignedImagesAreExplained,
});
