import { z } from "zod";
import type { AddonDefinition } from "../../settings/addon-definition/definition";

/** Teams are told from here which of their pull requests are open. One environment does. */
export const seal = {
  settings: z.boolean().optional(),
  configure: (isOn = true): boolean => isOn,
  needs: { externalSecrets: "its tokens" },
} satisfies AddonDefinition;
