import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { Checkout } from "../../../__tests__/support/checkout";
import { runPlan } from "../../../__tests__/support/run-plan";

const local = (id: string, json: object) => ({
  terraform: { backend: { local: { path: `../../../terraform-state/${id}.tfstate` } } },
  ...json,
});

let checkout: Checkout;

beforeEach(() => {
  checkout = new Checkout({
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

describe("npm run plan", () => {
  it("says which stack has to be applied first", async () => {
    const { code, stderr } = await runPlan(checkout.folder, ["consumer"]);

    expect(code).toBe(1);
    expect(stderr).toMatch(
      /\nconsumer reads outputs of producer that are not there yet; apply producer first\n$/,
    );
  });

  it("plans what is new, nothing once it is applied, and no stack that needs more than that", async () => {
    const first = await runPlan(checkout.folder, ["producer"]);
    spawnSync("terraform", ["apply", "-auto-approve"], {
      cwd: join(checkout.folder, "cdktf.out/stacks/producer"),
    });
    const second = await runPlan(checkout.folder, ["producer"]);
    const consumer = await runPlan(checkout.folder, ["consumer"]);

    expect(first).toMatchObject({
      code: 2,
      stdout: expect.stringContaining("terraform_data.id will be created"),
    });
    expect(second).toMatchObject({ code: 0, stdout: expect.stringContaining("No changes") });
    expect(consumer).toMatchObject({ code: 1, stderr: expect.stringContaining("apply producer first") });
  });

  it("leaves other errors to Terraform", async () => {
    const { code, stderr } = await runPlan(checkout.folder, ["producer", "-no-such-option"]);

    expect(code).toBe(1);
    expect(stderr).toContain("-no-such-option");
    expect(stderr).not.toContain("apply producer first");
  });
});
