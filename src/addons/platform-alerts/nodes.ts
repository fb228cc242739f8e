import type { AlertGroup } from "./alert-rule";
import { NODE_LIMIT_RULES } from "./node-limits";
import { NODE_STATE_RULES } from "./node-state";

/** Nodes, and how many of them there may be. */
export const NODES: AlertGroup = { name: "nodes", rules: [...NODE_STATE_RULES, ...NODE_LIMIT_RULES] };
