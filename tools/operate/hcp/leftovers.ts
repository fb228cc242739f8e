import { CommandError } from "../../kit/command-error";
import type { HcpTerraform } from "./api";
import { abandonRun, isApplying, linkOf, openRuns, type Run, untilEnded } from "./run";
import { requireUnlocked, type Workspace } from "./workspaces";

/**
 * Frees a workspace for a new run. A job that was cancelled leaves its run behind: such runs are ended first, and one
 * that applies already is waited for, because an apply that is cut short leaves a state that is half written.
 *
 * @throws CommandError where a run of another origin or a lock is in the way, with its name
 */
export async function freeWorkspace(
  hcp: HcpTerraform,
  workspace: Workspace,
  isOurs: (run: Run) => boolean,
): Promise<Run[]> {
  const open = (await openRuns(hcp, workspace)).filter(({ planOnly }) => !planOnly);
  const ours = open.filter(isOurs);
  for (const run of ours) {
    if (!isApplying(run)) {
      await abandonRun(hcp, run.id);
    }
    await untilEnded(hcp, run.id);
  }

  const [other] = open.filter((run) => !isOurs(run) && run.status !== "planned_and_saved");
  if (other !== undefined) {
    throw new CommandError(
      `${workspace.name}: expected no other run under way, got ${linkOf(hcp, workspace.name, other.id)} (${other.status}); apply, discard or cancel it there`,
    );
  }
  await requireUnlocked(hcp, workspace);
  return ours;
}
