import type { ClusterEnvironment } from "../../../src/settings/environment/environment";
import { CommandError } from "../../kit/command-error";
import { runProcess } from "../../kit/run-process";
import { asMap, type JsonMap, textOf } from "../../terraform-json/json-map";

/** Facts about a Kubernetes API that EKS made up. */
export interface ApiFacts {
  readonly endpoint: string;

  /** Certificate of its authority, in Base64. */
  readonly certificateAuthority: string;
}

/**
 * Asks AWS for the address and the authority of a cluster.
 *
 * @throws CommandError if there is no program `aws`, or it knows no such cluster
 */
export async function apiOf(
  { cluster: { name }, region }: ClusterEnvironment,
  signal: AbortSignal,
): Promise<ApiFacts> {
  const words = ["aws", "eks", "describe-cluster", "--name", name, "--region", region, "--output", "json"];
  const { code, stdout, stderr } = await runProcess(words, { cwd: process.cwd(), signal });
  if (code === 127) {
    throw new CommandError("aws: expected the program, got none; install AWS CLI, version 2");
  }
  if (code !== 0) {
    const said = stderr.trim().split("\n").at(-1) ?? "";
    throw new CommandError(
      `${words.join(" ")}: expected the cluster, got ${said}; sign in to the account of the environment first`,
    );
  }
  const { endpoint, certificateAuthority } = asMap(asMap(JSON.parse(stdout) as JsonMap).cluster);
  return {
    endpoint: textOf(endpoint),
    certificateAuthority: textOf(asMap(certificateAuthority).data),
  };
}
