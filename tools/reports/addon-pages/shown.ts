import { production } from "../../../src/platform/environments/production";
import { defineEnvironment } from "../../../src/settings/environment/define-environment";
import type { Environment } from "../../../src/settings/environment/environment";

/** Production, from whose settings the others begin, with the add-ons that it leaves to EKS. */
export const shownEnvironment = (): Environment =>
  defineEnvironment({
    ...production,
    addons: { ...production.addons, metricsServer: {} },
    cluster: {
      ...production.cluster,
      eksAddons: { ...production.cluster?.eksAddons, "metrics-server": false },
    },
  });
