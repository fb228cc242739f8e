import { TerraformStack } from "cdktf";
import { describe, expect, it } from "vitest";
import { readRemoteState, type StateBackendProps, useStateBackend } from "../../src/constructs/state-backend";
import { testApp } from "../support/app";
import { Terraform } from "../support/terraform";

const cloud: StateBackendProps = { type: "cloud", organization: "govuk", project: "govuk-infrastructure" };
const s3: StateBackendProps = {
  type: "s3",
  bucket: "govuk-terraform-state-test",
  region: "eu-west-1",
  kmsKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/1",
};
const local: StateBackendProps = { type: "local" };

function synthesise(props: StateBackendProps) {
  const stack = new TerraformStack(testApp(), "vpc-test");
  useStateBackend(stack, "vpc-test", props);
  readRemoteState(stack, "dns", "root-dns-test", props);
  return Terraform.from(stack).json;
}

describe("useStateBackend", () => {
  it("keeps state in one named HCP Terraform workspace", () => {
    expect(synthesise(cloud).terraform.cloud).toEqual({
      organization: "govuk",
      workspaces: { name: "vpc-test", project: "govuk-infrastructure" },
    });
  });

  it("keeps state in S3 encrypted and locked by S3 itself", () => {
    expect(synthesise(s3).terraform.backend.s3).toEqual({
      bucket: "govuk-terraform-state-test",
      key: "vpc-test.tfstate",
      region: "eu-west-1",
      kms_key_id: "arn:aws:kms:eu-west-1:123456789012:key/1",
      encrypt: true,
      use_lockfile: true,
    });
  });

  it("keeps local state outside the folder that synth replaces", () => {
    expect(synthesise(local).terraform.backend.local).toEqual({
      path: "../../../terraform-state/vpc-test.tfstate",
    });
  });
});

describe("readRemoteState", () => {
  it.each([
    [cloud, { backend: "remote", config: { organization: "govuk", workspaces: { name: "root-dns-test" } } }],
    [s3, { backend: "s3", config: expect.objectContaining({ key: "root-dns-test.tfstate" }) }],
    [local, { backend: "local", config: { path: "../../../terraform-state/root-dns-test.tfstate" } }],
  ])("reads the other workspace where it is kept: %o", (props, expected) => {
    expect(synthesise(props).data.terraform_remote_state.dns).toMatchObject(expected);
  });
});
