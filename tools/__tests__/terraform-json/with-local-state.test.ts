import { expect, it } from "vitest";
import { withLocalState } from "../../terraform-json/with-local-state";

it.each([
  ["HCP Terraform", { cloud: { organization: "govuk" } }, "remote", { workspaces: { name: "vpc-staging" } }],
  ["S3", { backend: { s3: { bucket: "states" } } }, "s3", { bucket: "states", key: "vpc-staging.tfstate" }],
  ["files", { backend: { local: { path: "x" } } }, "local", { path: "../states/vpc-staging.tfstate" }],
])("keeps and reads in one folder what is in %s", (_, settings, backend, config) => {
  const stack = {
    terraform: { required_version: ">= 1.11.0", ...settings },
    data: { aws_regions: { all: {} }, terraform_remote_state: { vpc: { backend, config } } },
    resource: { aws_eip: { one: {} } },
  };

  expect(withLocalState("root-dns-staging", stack, "/states")).toEqual({
    terraform: {
      required_version: ">= 1.11.0",
      backend: { local: { path: "/states/root-dns-staging.tfstate" } },
    },
    data: {
      aws_regions: { all: {} },
      terraform_remote_state: { vpc: { backend: "local", config: { path: "/states/vpc-staging.tfstate" } } },
    },
    resource: { aws_eip: { one: {} } },
  });
});
