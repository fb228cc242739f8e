import { join } from "node:path";
import { CommandError } from "../../kit/command-error";
import { type Output, runProcess } from "../../kit/run-process";
import { isFresh } from "./freshness";
import { missingProducer } from "./producer";
import { findStack } from "../../terraform-json/stack";
import { terraform } from "../../toolbox/terraform";
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

  /** True if the reader sees colours. */
  readonly colours: boolean;
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
  colours,
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

  const run = (command: readonly string[], stdout: Output["stdout"]) =>
    terraform(command, {
      folder: stack.folder,
      signal,
      user: { env, output: { ...output, stdout }, colours },
    });
  // Only the plan itself belongs on stdout.
  const init = await run(["init"], output.stderr);
  const { code, stdout, stderr } =
    init.code === 0
      ? await run(
          ["plan", "-detailed-exitcode", ...withoutRefresh(stack.json, place), ...args],
          output.stdout,
        )
      : init;
  if (code === NOT_FOUND) {
    throw new CommandError(MISSING);
  }

  const explanation = code === 1 ? missingProducer(stack, stdout + stderr) : undefined;
  if (explanation) {
    output.stderr.write(`${explanation}\n`);
  }
  return code;
}

/** Code of a run without the program. */
const NOT_FOUND = 127;

const MISSING =
  "terraform: expected version 1.11 or later on the PATH, got none; get it from https://developer.hashicorp.com/terraform/install";

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
