import { inventories, type NamedInventory } from "../checks/reach/inventories";
import { checkedIn, findingsOf, notCheckedOf } from "../checks/reach/wording";
import type { Verdict, Verification } from "./verdict";

/** Computes what each level, team and application's account can come to control in every cluster. */
export const reach: Verification = async (progress, signal) => {
  const clusters = await inventories(progress, signal);
  return "missing" in clusters
    ? { tool: TOOL, version: "", checked: "", findings: [], missing: clusters.missing }
    : verdictOf(clusters, new Date());
};

const TOOL = "reach";

/** The verdict on a day. */
export const verdictOf = (clusters: readonly NamedInventory[], now: Date): Verdict => ({
  tool: TOOL,
  version: "",
  checked: checkedIn(clusters),
  findings: findingsOf(clusters, now.toISOString().slice(0, 10)),
  notChecked: notCheckedOf(clusters),
});
