import { chmodSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { Checkout } from "../../../../__tests__/support/checkout";
import { runPlan } from "../../../../__tests__/support/run-plan";

const cloud = { terraform: { cloud: { organization: "govuk", workspaces: { name: "vpc-staging" } } } };
let checkout: Checkout;

beforeEach(() => {
  checkout = new Checkout({
    "vpc-staging": cloud,
    "vpc-production": cloud,
    producer: {},
    consumer: {},
  });
  checkout.synthesise();
});

/** Puts a program called terraform on the PATH, before or instead of the real one. */
function fakeTerraform(script: string): void {
  checkout.write("bin/terraform", `#!/bin/sh\n${script}\n`);
  chmodSync(join(checkout.folder, "bin/terraform"), 0o755);
}

const run = (args: string[], env: NodeJS.ProcessEnv = {}) => runPlan(checkout.folder, args, env);

const TOKEN = { TF_TOKEN_app_terraform_io: "token" };

describe("npm run plan", () => {
  it("looks for the workspace before Terraform makes a missing one, and says what to apply", async () => {
    fakeTerraform("echo must not run");

    await expect(runPlan(checkout.folder, ["vpc-staging"], TOKEN, ["vpc-production"])).rejects.toThrow(
      "vpc-staging: expected a workspace of govuk, got none that your token sees; apply tfc-configuration, which makes it, or ask for access to it",
    );
  });

  it("finds the token that terraform login has written", async () => {
    fakeTerraform("echo must not run");
    checkout.write(
      ".terraform.d/credentials.tfrc.json",
      JSON.stringify({ credentials: { "app.terraform.io": { token: "token" } } }),
    );

    await expect(runPlan(checkout.folder, ["vpc-staging"], {}, [])).rejects.toThrow(
      "got none that your token sees",
    );
  });

  it("plans Helm releases from their state, since plans may not read the Secrets they are in", async () => {
    fakeTerraform('echo "$@"');
    const releases = { resource: { helm_release: { dex: {} } } };
    const cluster = new Checkout({ "vpc-staging": { ...cloud, ...releases }, local: releases });
    cluster.synthesise();
    cluster.write("bin/terraform", '#!/bin/sh\necho "$@"\n');
    chmodSync(join(cluster.folder, "bin/terraform"), 0o755);

    expect((await runPlan(cluster.folder, ["vpc-staging"], TOKEN)).stdout).toContain("-refresh=false");
    expect((await runPlan(cluster.folder, ["local"], TOKEN)).stdout).not.toContain("-refresh=false");
  });

  it("initialises, then plans with a detailed exit code and whatever else it is given", async () => {
    fakeTerraform('echo "$@ in $(basename "$PWD")"');

    expect(await run(["vpc-staging", "-target=aws_vpc.main", "-lock=false"], TOKEN)).toEqual({
      code: 0,
      stderr: "init -no-color in vpc-staging\n",
      stdout: "plan -no-color -detailed-exitcode -target=aws_vpc.main -lock=false in vpc-staging\n",
    });
  });

  it("exits as the plan does", async () => {
    fakeTerraform('[ "$1" = init ] || exit 2');

    expect(await run(["vpc-staging"], TOKEN)).toMatchObject({ code: 2 });
  });

  it("plans nothing where it cannot initialise", async () => {
    fakeTerraform('echo "$1"; exit 1');

    expect(await run(["vpc-staging"], TOKEN)).toEqual({ code: 1, stderr: "init\n", stdout: "" });
  });

  it("synthesises first where a source has changed since the last time", async () => {
    fakeTerraform("cat cdk.tf.json");
    checkout.write("src/new.ts", "");
    checkout.stacks({ "vpc-staging": { output: { changed: {} } } });

    expect(await run(["vpc-staging"])).toMatchObject({ stdout: '{"output":{"changed":{}}}' });
  });
});

describe("npm run plan refuses", () => {
  it("an environment's stack that does not exist, and names those that do", async () => {
    await expect(run(["vpc"])).rejects.toThrow(
      'npm run plan -- <stack>: expected a stack, got "vpc"; try vpc-staging, vpc-production',
    );
  });

  it("a mistyped stack, and names the nearest", async () => {
    await expect(run(["cosumer"])).rejects.toThrow('expected a stack, got "cosumer"; try consumer');
  });

  it("no stack at all, and names all of them", async () => {
    await expect(run([])).rejects.toThrow("got none; try vpc-staging, vpc-production, producer, consumer");
  });

  it("to begin without a token, and says where to set it", async () => {
    fakeTerraform("exit 9");

    await expect(run(["vpc-staging"])).rejects.toThrow(
      "TF_TOKEN_app_terraform_io: expected a token for app.terraform.io, got none; set it in the environment, or run terraform login",
    );
  });

  it("to begin without Terraform, and says where to get it", async () => {
    await expect(run(["producer"], { PATH: "" })).rejects.toThrow(
      "terraform: expected version 1.11 or later on the PATH, got none; get it from https://developer.hashicorp.com/terraform/install",
    );
  });

  it("a project that does not synthesise, with its errors", async () => {
    checkout.write("src/new.ts", "");
    checkout.write("synth.js", 'console.error("vpc: expected a range"); process.exit(1);');

    await expect(run(["producer"])).rejects.toThrow(/^synth failed:\n[\s\S]*vpc: expected a range/);
  });
});
