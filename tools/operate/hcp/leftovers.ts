import { CommandError } from "../../kit/command-error";
import type { HcpTerraform } from "./api";
import { abandonRun, linkOf, openRuns, type Run } from "./run";
import { hasEnded, isApplying, isSaved } from "./run-status";
import { untilAtRest, untilEnded } from "./waiting";
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
): Promise<void> {
  const open = (await openRuns(hcp, workspace)).filter(({ planOnly }) => !planOnly);
  const ours = open.filter(isOurs);
  const [other] = open.filter((run) => !isOurs(run) && !isSaved(run));
  if (other !== undefined) {
    throw inTheWay(hcp, workspace, other);
  }
  await requireUnlocked(hcp, workspace, ours);
  for (const run of ours) {
    await endRun(hcp, workspace, run);
  }
  if (ours.length > 0) {
    await requireUnlocked(hcp, workspace);
  }
}

/**
 * Ends a run or, where the token may not, waits until its plan is saved: then it locks nothing, and is out of date once
 * another plan is applied.
 */
async function endRun(hcp: HcpTerraform, workspace: Workspace, run: Run): Promise<void> {
  if (isApplying(run) || (await abandonRun(hcp, run.id))) {
    await untilEnded(hcp, run.id);
    return;
  }
  const rest = await untilAtRest(hcp, run.id);
  if (!hasEnded(rest) && !isSaved(rest)) {
    throw inTheWay(hcp, workspace, rest);
  }
}

const inTheWay = (hcp: HcpTerraform, { name }: Workspace, { id, status }: Run): CommandError =>
  new CommandError(
    `${name}: expected no other run under way, got ${linkOf(hcp, name, id)} (${status}); apply, discard or cancel it there`,
  );
