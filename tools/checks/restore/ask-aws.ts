import type { Json } from "../../../src/output/leaves";
import { CommandError } from "../../kit/command-error";
import { lastLine } from "../../kit/retried";
import { runProcess } from "../../kit/run-process";
import { asMap, type JsonMap } from "../../terraform-json/json-map";
import { emulatorEnvironment } from "../emulate/emulator-environment";

/** Asks an emulated AWS, as `("ec2", "describe_volumes", {})`, and returns the answer as boto3 words it. */
export type AskAws = (service: string, operation: string, parameters: JsonMap) => Promise<JsonMap>;

/** Emulated AWS that a Python with boto3 asks. */
export interface AskedAws {
  readonly python: string;
  readonly endpoint: string;
  readonly region: string;
  readonly folder: string;
  readonly signal: AbortSignal;
}

const PROGRAM = `
import boto3, json, sys
service, operation, parameters = sys.argv[1:]
answer = getattr(boto3.client(service), operation)(**json.loads(parameters))
print(json.dumps(answer, default=str))
`;

/**
 * A way to ask an emulated AWS.
 *
 * @throws CommandError from the way if AWS refuses
 */
export const askAws =
  ({ python, endpoint, region, folder, signal }: AskedAws): AskAws =>
  async (service, operation, parameters) => {
    const env = { ...process.env, ...emulatorEnvironment(endpoint), AWS_DEFAULT_REGION: region };
    const words = [python, "-c", PROGRAM, service, operation, JSON.stringify(parameters)];
    const { code, stdout, stderr } = await runProcess(words, { cwd: folder, env, signal });
    if (code !== 0) {
      throw new CommandError(`emulated AWS: expected an answer to ${operation}, got: ${lastLine(stderr)}`);
    }
    return asMap(JSON.parse(stdout) as Json);
  };
