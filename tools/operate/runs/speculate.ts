import { CommandError } from "../../kit/command-error";
import { runLanes } from "../../kit/run-lanes";
import type { SynthesisedStack } from "../../terraform-json/stack";
import type { HcpTerraform } from "../hcp/api";
import { listWorkspaces } from "../hcp/workspaces";
import type { Origin } from "./origin";
import { planRow, row } from "./row";
import { planStack } from "./stack-plan";

/** Plans side by side. HCP Terraform queues more. */
const LANES = 3;

/** Row of one stack, and whether it was planned or had nowhere to be planned. */
export interface Speculation {
  readonly stack: string;
  readonly row: string;
  readonly failed: boolean;
}

/** Plans stacks without a way to apply them. One that has no workspace is not planned, and says so. */
export async function speculate(
  hcp: HcpTerraform,
  origin: Origin,
  stacks: readonly SynthesisedStack[],
): Promise<Speculation[]> {
  const workspaces = await listWorkspaces(hcp);
  const one = async (stack: SynthesisedStack): Promise<Speculation> => {
    const { id } = stack;
    if (!workspaces.has(id)) {
      return { stack: id, row: row(id, "not planned: it has no workspace yet"), failed: false };
    }
    try {
      const planned = await planStack(stack, { hcp, origin, kind: "speculative" });
      return { stack: id, row: planRow(hcp, planned), failed: !planned.succeeded };
    } catch (error) {
      // One stack's trouble must not hide the plans of the others.
      if (error instanceof CommandError) {
        return { stack: id, row: row(id, `:x: failed: ${error.message}`), failed: true };
      }
      throw error;
    }
  };
  const lanes = Array.from({ length: LANES }, (_, lane) =>
    stacks.filter((_stack, index) => index % LANES === lane),
  );
  return runLanes(lanes, one);
}
