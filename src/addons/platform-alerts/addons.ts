import { ADDON_POD_RULES } from "./addon-pods";
import { ADDON_REPLICA_RULES } from "./addon-replicas";
import type { AlertGroup } from "./alert-rule";

/** Rules about platform add-ons. */
export const ADDONS: AlertGroup = { name: "addons", rules: [...ADDON_REPLICA_RULES, ...ADDON_POD_RULES] };
