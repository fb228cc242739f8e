import { join } from "node:path";
import { CommandError } from "../../kit/command-error";
import { runProcess } from "../../kit/run-process";
import { isFresh } from "./freshness";
import { missingProducer } from "./producer";
import { findStack } from "../../terraform-json/stack";
import { type Output, terraform } from "./terraform";
import { requireToken } from "./token";
import { requireWorkspace, workspaceOf, type WorkspacePlace } from "./workspace";
import { hasReleases } from "../../terraform-json/releases";
import type { JsonMap } from "../../terraform-json/json-map";

export interface Plan {
  /** Stack, then arguments of `terraform plan`. */
  readonly args: readonly string[];

  /** Root of the checkout. */
  readonly project: string;
  readonly env: NodeJS.ProcessEnv;
  readonly output: Output;
  readonly signal: AbortSignal;

  /** @default - the request of the platform that this runs on */
  readonly request?: typeof fetch;
}

/**
 * Plans one stack, synthesised anew if anything changed, and returns the code of `terraform plan
 * -detailed-exitcode`: 0 for no changes, 2 for changes, 1 for a failure.
 *
 * @throws CommandError if Terraform, the stack or a token is missing, or the project does not synthesise
 */
export async function plan({
  args: [id, ...args],
  project,
  env,
  output,
  signal,
  request,
}: Plan): Promise<number> {
  const outdir = join(project, "cdktf.out");
  if (!isFresh(project, outdir)) {
    await synthesise(project, env, signal);
  }
  const stack = findStack(outdir, id);
  requireToken(stack.json, env);
  const place = workspaceOf(stack.json);
  if (place !== undefined) {
    await requireWorkspace(place, { env, signal, request });
  }

  // Only the plan itself belongs on stdout.
  const run = { folder: stack.folder, env, output, signal };
  const init = await terraform(["init"], { ...run, output: { ...output, stdout: output.stderr } });
  const { code, text } =
    init.code === 0
      ? await terraform(["plan", "-detailed-exitcode", ...withoutRefresh(stack.json, place), ...args], run)
      : init;

  const explanation = code === 1 ? missingProducer(stack, text) : undefined;
  if (explanation) {
    output.stderr.write(`${explanation}\n`);
  }
  return code;
}

/** The role of plans at HCP Terraform may not read the Secrets that Helm keeps its releases in. */
const withoutRefresh = (json: JsonMap, place: WorkspacePlace | undefined): string[] =>
  place !== undefined && hasReleases(json) ? ["-refresh=false"] : [];

async function synthesise(project: string, env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<void> {
  const { code, stdout, stderr } = await runProcess(["npm", "run", "--silent", "synth"], {
    cwd: project,
    env,
    signal,
  });
  if (code !== 0) {
    throw new CommandError(`synth failed:\n${(stdout + stderr).trimEnd()}`);
  }
}
