import { existsSync, readFileSync } from "node:fs";
import type { Run } from "./terraform-run";

/** File with the calls of AWS that each trial took, which the command writes. */
export const CALLS = "tools/checks/iam/tenant-calls.json";

/** Phase of a run. Plans read, and applies do both. */
export type Phase = "plan" | "apply";

/** Calls of one trial, by the type of the resource: `SQS:CreateQueue`. */
export type Calls = Readonly<Record<string, Readonly<Partial<Record<Phase, readonly string[]>>>>>;

/** Variables by which the provider writes its calls into a file. */
export const loggedTo = (file: string): Record<string, string> => ({
  TF_LOG_PROVIDER: "DEBUG",
  TF_LOG_PATH: file,
});

/** Calls in a log of the provider for AWS, of resources of a stack. */
export const callsIn = (log: string): { readonly type: string; readonly call: string }[] =>
  log
    .split("\n")
    .filter((line) => line.includes("HTTP Request Sent"))
    .flatMap((line) => {
      const field = (name: string): string | undefined =>
        new RegExp(`${name}=(?:"([^"]*)"|(\\S+))`)
          .exec(line)
          ?.slice(1)
          .find((value) => value !== undefined);
      const [method, type] = ["rpc.method", "tf_resource_type"].map(field);
      return method === undefined || type === undefined
        ? []
        : [{ type, call: method.replaceAll(" ", "").replace("/", ":") }];
    });

/** Calls that the runs of a folder took, by type and phase, in their order. */
export function callsOf(calls: Run["calls"]): Calls {
  const types = [...new Set(calls.map(({ type }) => type))].sort();
  return Object.fromEntries(
    types.map((type) => {
      const of = (phase: Phase): string[] =>
        [
          ...new Set(
            calls.filter((each) => each.type === type && each.phase === phase).map(({ call }) => call),
          ),
        ].sort();
      return [type, { plan: of("plan"), apply: of("apply") }];
    }),
  );
}

/** Calls of trials, and those that the file has of the others, as JSON. */
export function callsWith(measured: ReadonlyMap<string, Calls>): string {
  const had = existsSync(CALLS) ? (JSON.parse(readFileSync(CALLS, "utf8")) as Record<string, Calls>) : {};
  const all = { ...had, ...Object.fromEntries(measured) };
  return JSON.stringify(Object.fromEntries(Object.entries(all).sort()), null, 2);
}
