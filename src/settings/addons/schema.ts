import { z } from "zod";
import { section } from "../addon-definition/section";
import { type ADDONS, type AddonName, type AddonsSettings, definitions } from ".";

const settings = Object.fromEntries(definitions().map(([name, addon]) => [name, addon.settings])) as {
  readonly [Name in AddonName]: (typeof ADDONS)[Name]["settings"];
};

/** Schema of what an environment file may say about add-ons. */
export const ADDONS_SETTINGS: z.ZodType<AddonsSettings> = section({
  replicas: z.number().optional(),
  registries: z.record(z.string(), z.string()).optional(),
  ...settings,
});
