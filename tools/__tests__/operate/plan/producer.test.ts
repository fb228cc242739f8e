import { expect, it } from "vitest";
import { missingProducer } from "../../../operate/plan/producer";

/** A stack that reads from others in each kind of backend. */
const stack = {
  id: "consumer-staging",
  folder: "",
  json: {
    data: {
      terraform_remote_state: {
        vpc: { backend: "remote", config: { workspaces: { name: "vpc-staging" } } },
        dns: { backend: "s3", config: { key: "root-dns-staging.tfstate" } },
        infra: { backend: "local", config: { path: "../../../terraform-state/infra-staging.tfstate" } },
      },
    },
  },
};

const notFound = (name: string) => `
╷
│ \u001b[31mError: \u001b[0mUnable to find remote state
│
│   with data.terraform_remote_state.${name},
│   on cdk.tf.json line 9, in data.terraform_remote_state.${name}:
│
│ No stored state was found for the given workspace in the given backend.
╵`;

it.each([
  ["vpc", "vpc-staging"],
  ["dns", "root-dns-staging"],
  ["infra", "infra-staging"],
])("names the stack behind %s", (name, producer) => {
  expect(missingProducer(stack, notFound(name))).toBe(
    `consumer-staging reads outputs of ${producer} that are not there yet; apply ${producer} first`,
  );
});

it("names every stack once", () => {
  expect(missingProducer(stack, notFound("vpc") + notFound("dns") + notFound("vpc"))).toContain(
    "apply vpc-staging and root-dns-staging first",
  );
});

it("knows an output that is not there yet, though its error breaks lines", () => {
  const output = `
│ Error: Unsupported attribute
│
│   on cdk.tf.json line 40, in resource.aws_subnet.a:
│   40:         "vpc_id": "\${data.terraform_remote_state.vpc.outputs.id}"
│     ├────────────────
│     │ data.terraform_remote_state.vpc.outputs is object with no attributes
│
│ This object does not have an attribute named "id".`;

  expect(missingProducer(stack, output)).toContain("apply vpc-staging first");
});

it("names the stack whose state is not shared with it", () => {
  const output = `
│ Error: Error retrieving state: forbidden
│
│ This Terraform run is not authorized to read the state of the workspace
│ 'vpc-staging'. Most commonly, this is required when using the terraform_remote_state data source.`;

  expect(missingProducer(stack, output)).toBe(
    "consumer-staging may not read the state of vpc-staging; apply tfc-configuration, which shares it",
  );
});

it("says nothing about an error elsewhere", () => {
  const output = `
│ Error: Unsupported attribute
│   on cdk.tf.json line 40: "\${aws_vpc.main.nothing}"
│ Error: Something else about data.terraform_remote_state.vpc`;

  expect(missingProducer(stack, output)).toBeUndefined();
});
