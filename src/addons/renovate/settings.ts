import { z } from "zod";
import type { AddonDefinition } from "../../settings/addon-definition/definition";

/** Renovate runs here, and so may ask EKS for versions of its add-ons. */
export const renovate = {
  ownsRoles: () => ["renovate-irsa"],
  settings: z.boolean().optional(),
  configure: (isOn = true): boolean => isOn,
} satisfies AddonDefinition;
