import type { PromotionConfig } from "../addons/argo-workflows/settings";
import { SECRETS_PREFIX } from "./names";

/** Promotion of GOV.UK's images. */
export const promotion: PromotionConfig = {
  tags: {
    shared: {
      reason:
        "The chart that makes every application reads the tags of each environment from its own folder.",
    },
  },
  tagsFolder: "charts/app-config/image-tags",
  tokenPath: `${SECRETS_PREFIX}/argo-workflows/charts-repository`,
  smokeTestPath: "/healthcheck/ready",
};
