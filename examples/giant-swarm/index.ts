import type { PlatformSettings } from "../../src/settings/define-platform";
import { hub, northwind, southwind } from "./environments";
import { organisation } from "./organisation";

/** Platform of a provider with a management cluster, and workload clusters of two organisations. */
export const platform: PlatformSettings = { organisation, environments: [hub, northwind, southwind] };
