import { runProcess } from "../../../kit/run-process";
import { CommandError } from "../../../kit/command-error";
import type { Emulated } from "./emulated";

/** Program that prints the value of every secret of the emulated account, one a line, as JSON. */
const READ = `
import boto3, json
client = boto3.client("secretsmanager", region_name="eu-central-1")
for secret in client.list_secrets()["SecretList"]:
    try:
        value = client.get_secret_value(SecretId=secret["ARN"])["SecretString"]
    except client.exceptions.ResourceNotFoundException:
        continue
    print(json.dumps(value))
`;

/**
 * Values that AWS has made up for secrets. They are canaries: Terraform has had a hand in each, and none may be anywhere but there.
 *
 * @throws CommandError if they cannot be read
 */
export async function secretsOf({
  python,
  env,
  signal,
}: Pick<Emulated, "python" | "env" | "signal">): Promise<string[]> {
  const { code, stdout, stderr } = await runProcess([python, "-c", READ], {
    cwd: process.cwd(),
    signal,
    env: { ...process.env, ...env },
  });
  if (code !== 0) {
    throw new CommandError(
      `secrets of the emulator cannot be read: ${stderr.trim().split("\n").at(-1) ?? ""}`,
    );
  }
  return stdout
    .split("\n")
    .filter((line) => line !== "")
    .flatMap((line) => passwordsIn(JSON.parse(line) as string));
}

/** Parts of a value that are secret: each text of an object, or all of it. */
function passwordsIn(value: string): string[] {
  try {
    const parts = JSON.parse(value) as unknown;
    return typeof parts === "object" && parts !== null
      ? Object.values(parts).filter((part): part is string => typeof part === "string")
      : [value];
  } catch {
    return [value];
  }
}
