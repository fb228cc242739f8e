import { runProcess } from "../kit/run-process";

/**
 * A number below 2^28 from the committed content of a checkout: a finding comes again on the same content,
 * and other content is tried with other cases. `undefined` without a commit.
 */
export async function seedOfCheckout(folder: string, signal: AbortSignal): Promise<number | undefined> {
  const { code, stdout } = await runProcess(["git", "rev-parse", "HEAD^{tree}"], { cwd: folder, signal });
  return code === 0 ? Number.parseInt(stdout.slice(0, 7), 16) : undefined;
}
