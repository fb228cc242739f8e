import { runProcess } from "../../kit/run-process";
import { pythonTool } from "../../toolbox/python";
import type { Tool } from "../../toolbox/tools";
import type { ManagedPolicies } from "./role-findings";

/** AWS managed policies, and their source. */
export interface KnownPolicies {
  readonly policies: ManagedPolicies;
  readonly source: Tool;
}

/** Prints the named policies as moto has them, by ARN. */
const PROGRAM = `
import json, sys
from moto.iam.aws_managed_policies import aws_managed_policies_data as data
data = json.loads(data) if isinstance(data, str) else data
found = {"arn:aws:iam::aws:policy" + p.get("Path", "/") + name: p["Document"] for name, p in data.items()}
print(json.dumps({arn: found[arn] for arn in sys.argv[1:] if arn in found}))
`;

/** Looks policies up among those that moto, the emulator of AWS, contains. */
export async function readManagedPolicies(
  arns: readonly string[],
  signal: AbortSignal,
): Promise<KnownPolicies> {
  const source = await pythonTool("moto", signal);
  if ("missing" in source) {
    return { policies: {}, source };
  }
  const { code, stdout, stderr } = await runProcess([source.program, "-c", PROGRAM, ...arns], {
    cwd: process.cwd(),
    signal,
  });
  return code === 0
    ? { policies: JSON.parse(stdout) as ManagedPolicies, source }
    : { policies: {}, source: { missing: `moto failed: ${stderr.trim().split("\n").at(-1)}` } };
}
