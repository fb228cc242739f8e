import { spawnSync } from "node:child_process";
import { chmodSync } from "node:fs";
import { join } from "node:path";
import { Writable } from "node:stream";
import { beforeEach, describe, expect, it } from "vitest";
import { plan } from "../../../src/commands/plan/plan";
import { Checkout } from "../../support/checkout";

const cloud = { terraform: { cloud: { organization: "govuk", workspaces: { name: "vpc-staging" } } } };
const local = (id: string, json: object) => ({
  terraform: { backend: { local: { path: `../../../terraform-state/${id}.tfstate` } } },
  ...json,
});

let checkout: Checkout;

beforeEach(() => {
  checkout = new Checkout({
    "vpc-staging": cloud,
    "vpc-production": cloud,
    producer: local("producer", {
      resource: { terraform_data: { id: { input: "one" } } },
      output: { other: { value: "${terraform_data.id.output}" } },
    }),
    consumer: local("consumer", {
      data: {
        terraform_remote_state: {
          source: { backend: "local", config: { path: "../../../terraform-state/producer.tfstate" } },
        },
      },
      resource: { terraform_data: { copy: { input: "${data.terraform_remote_state.source.outputs.id}" } } },
    }),
  });
  checkout.synthesise();
});

/** Puts a program called terraform on the PATH, before or instead of the real one. */
function fakeTerraform(script: string): void {
  checkout.write("bin/terraform", `#!/bin/sh\n${script}\n`);
  chmodSync(join(checkout.folder, "bin/terraform"), 0o755);
}

async function run(args: string[], env: NodeJS.ProcessEnv = {}) {
  const text = { stdout: "", stderr: "" };
  const stream = (name: keyof typeof text) =>
    new Writable({ write: (chunk, _, done) => ((text[name] += String(chunk)), done()) });

  const code = await plan({
    args,
    project: checkout.folder,
    env: { PATH: `${checkout.folder}/bin:${process.env.PATH}`, HOME: checkout.folder, ...env },
    output: { stdout: stream("stdout"), stderr: stream("stderr"), colours: false },
    signal: new AbortController().signal,
  });
  return { code, ...text };
}

const TOKEN = { TF_TOKEN_app_terraform_io: "token" };

describe("npm run plan", () => {
  it("initialises, then plans with a detailed exit code and whatever else it is given", async () => {
    fakeTerraform('echo "$@ in $(basename "$PWD")"');

    expect(await run(["vpc-staging", "-target=aws_vpc.main", "-lock=false"], TOKEN)).toEqual({
      code: 0,
      stderr: "init -input=false -no-color in vpc-staging\n",
      stdout:
        "plan -input=false -no-color -detailed-exitcode -target=aws_vpc.main -lock=false in vpc-staging\n",
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

const terraform = (folder: string, ...args: string[]) => spawnSync("terraform", args, { cwd: folder }).error;

describe.skipIf(terraform(".", "-help"))("npm run plan, by real Terraform", () => {
  it("says which stack has to be applied first", async () => {
    const { code, stderr } = await run(["consumer"]);

    expect(code).toBe(1);
    expect(stderr).toMatch(
      /\nconsumer reads outputs of producer that are not there yet; apply producer first\n$/,
    );
  });

  it("plans what is new, nothing once it is applied, and no stack that needs more than that", async () => {
    const first = await run(["producer"]);
    terraform(join(checkout.folder, "cdktf.out/stacks/producer"), "apply", "-auto-approve");
    const second = await run(["producer"]);
    const consumer = await run(["consumer"]);

    expect(first).toMatchObject({
      code: 2,
      stdout: expect.stringContaining("terraform_data.id will be created"),
    });
    expect(second).toMatchObject({ code: 0, stdout: expect.stringContaining("No changes") });
    expect(consumer).toMatchObject({ code: 1, stderr: expect.stringContaining("apply producer first") });
  });

  it("leaves other errors to Terraform", async () => {
    const { code, stderr } = await run(["producer", "-no-such-option"]);

    expect(code).toBe(1);
    expect(stderr).toContain("-no-such-option");
    expect(stderr).not.toContain("apply producer first");
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
