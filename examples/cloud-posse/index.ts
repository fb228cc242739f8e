import type { PlatformSettings } from "../../src/settings/define-platform";
import { depot, preview, prod, sandbox } from "./environments";
import { organisation } from "./organisation";

/** Platform of a freight company whose nodes come from Karpenter and EKS Auto Mode. */
export const platform: PlatformSettings = { organisation, environments: [sandbox, preview, prod, depot] };
