import type { AlertGroup } from "./alert-rule";
import { NODE_LIMIT_RULES } from "./node-limits";
import { NODE_STATE_RULES } from "./node-state";

/** Rules about nodes and node groups. */
export const NODES: AlertGroup = { name: "nodes", rules: [...NODE_STATE_RULES, ...NODE_LIMIT_RULES] };
