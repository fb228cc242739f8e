import type { PlatformSettings } from "../settings/define-platform";
import { environmentSettings } from "./environments";
import { organisation } from "./organisation";
import { products } from "./products";

/** The platform of GOV.UK. */
export const platform: PlatformSettings = {
  organisation,
  environments: environmentSettings,
  products,
};
