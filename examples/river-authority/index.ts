import type { PlatformSettings } from "../../src/settings/define-platform";
import { dev, live } from "./environments";
import { organisation } from "./organisation";

/** Platform of a river authority: the least that an organisation writes down. */
export const platform: PlatformSettings = { organisation, environments: [dev, live] };
