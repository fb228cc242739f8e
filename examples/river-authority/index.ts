import type { PlatformSettings } from "../../src/settings/define-platform";
import { dev, live } from "./environments";
import { organisation } from "./organisation";
import { products } from "./products";

/** Platform of a river authority: the least that an organisation writes down, alerts in Slack, and products of two teams. */
export const platform: PlatformSettings = { organisation, environments: [dev, live], products };
