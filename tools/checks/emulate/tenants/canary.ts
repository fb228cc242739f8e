import { randomUUID } from "node:crypto";
import { runProcess } from "../../../kit/run-process";
import { CommandError } from "../../../kit/command-error";
import type { Emulated } from "./emulated";

/**
 * Program that writes a value into each secret that has none, as people do, and prints the values of all secrets of the emulated
 * account, one a line, as JSON.
 */
const PLANT = `
import boto3, json, sys
client = boto3.client("secretsmanager", region_name="eu-central-1")
for secret in client.list_secrets()["SecretList"]:
    try:
        value = client.get_secret_value(SecretId=secret["ARN"])["SecretString"]
    except client.exceptions.ResourceNotFoundException:
        value = sys.argv[1]
        client.put_secret_value(SecretId=secret["ARN"], SecretString=value)
    print(json.dumps(value))
`;

/** Fewest characters of a part of a secret that is taken for a password, and not for a user's name. */
const LONG = 12;

/**
 * Values of all secrets, each of which is a canary: those that AWS made up for Terraform or by itself, and a planted one for each that
 * people write.
 *
 * @throws CommandError if they cannot be read
 */
export async function canaries({
  python,
  env,
  signal,
}: Pick<Emulated, "python" | "env" | "signal">): Promise<string[]> {
  const { code, stdout, stderr } = await runProcess([python, "-c", PLANT, `canary-${randomUUID()}`], {
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

/** Parts of a value that are secret: each long text of an object, or all of it. */
function passwordsIn(value: string): string[] {
  try {
    const parts = JSON.parse(value) as unknown;
    return typeof parts === "object" && parts !== null
      ? Object.values(parts).filter((part): part is string => typeof part === "string" && part.length >= LONG)
      : [value];
  } catch {
    return [value];
  }
}
