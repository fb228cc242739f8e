import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";
import { writeProgram } from "../../../__tests__/support/fake-programs";

const { runs } = parse(readFileSync(".github/actions/aws-role/action.yml", "utf8")) as {
  readonly runs: { readonly steps: readonly { readonly run: string }[] };
};

/** Runs the action with programs that answer like GitHub and AWS. */
function take(aws: string) {
  const folder = mkdtempSync(join(tmpdir(), "aws-role-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeProgram(join(folder, "curl"), `echo '{"value":"github-token"}'`);
  writeProgram(join(folder, "aws"), aws);
  const file = join(folder, "credentials");
  const { status, stdout } = spawnSync("bash", ["-eo", "pipefail", "-c", runs.steps[0]!.run], {
    encoding: "utf8",
    env: {
      PATH: `${folder}${delimiter}${process.env.PATH}`,
      ROLE: "arn:role",
      FILE: file,
      GITHUB_RUN_ID: "7",
    },
  });
  return { status, stdout, written: () => readFileSync(file, "utf8") };
}

const session = {
  AccessKeyId: "id-1",
  SecretAccessKey: "key-1",
  SessionToken: "token-1",
  Expiration: "later",
};

test("a role's hour is in a file of credentials as AWS reads it, and in no log", () => {
  const { status, stdout, written } = take(
    `case "$*" in *"--role-arn arn:role --role-session-name run-7 --web-identity-token github-token"*) echo '${JSON.stringify(session)}' ;; *) exit 9 ;; esac`,
  );

  expect(status).toBe(0);
  expect(written().trim().split("\n")).toEqual([
    "[default]",
    "aws_access_key_id=id-1",
    `aws_${"secret"}_access_key=key-1`,
    "aws_session_token=token-1",
  ]);
  expect(stdout.trim().split("\n")).toEqual(["::add-mask::key-1", "::add-mask::token-1"]);
});

test("no role is no hour", () => {
  expect(take("exit 254").status).not.toBe(0);
});
