import { tmpdir } from "node:os";
import { expect, test, vi } from "vitest";
import { terraform } from "../../toolbox/terraform";
import { machineWith } from "../../../__tests__/support/fake-programs";

const settings = async () => {
  const { stdout } = await terraform(["plan"], { folder: tmpdir(), signal: new AbortController().signal });
  return stdout.split("\n");
};

test("finds providers where the machine says", async () => {
  machineWith({ terraform: "/usr/bin/env" });
  vi.stubEnv("TF_CLI_CONFIG_FILE", "/machine/terraformrc");
  vi.stubEnv("TF_PLUGIN_CACHE_DIR", "/machine/plugins");

  expect(await settings()).toEqual(
    expect.arrayContaining([
      "TF_CLI_CONFIG_FILE=/machine/terraformrc",
      "TF_PLUGIN_CACHE_DIR=/machine/plugins",
    ]),
  );
});

test("hears nothing of what somebody has set for runs of their own", async () => {
  machineWith({ terraform: "/usr/bin/env" });
  const theirs = {
    TF_CLI_ARGS_plan: "-destroy",
    TF_DATA_DIR: "/elsewhere",
    TF_WORKSPACE: "production",
    TF_VAR_region: "eu-west-2",
    TF_LOG: "trace",
    AWS_PROFILE: "production",
    AWS_ENDPOINT_URL_S3: "https://s3.example",
  };
  Object.entries(theirs).forEach(([name, value]) => vi.stubEnv(name, value));

  const names = (await settings()).map((line) => line.split("=")[0]);

  expect(names).toContain("PATH");
  expect(names.filter((name) => name! in theirs)).toEqual([]);
});
