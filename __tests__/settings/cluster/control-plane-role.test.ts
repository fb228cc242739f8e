import { describe, expect, it } from "vitest";
import { environment, problemsWith } from "../../support/environments";
import { rolesOf, passedRolesOf } from "../../../src/stacks/tfc-aws-config/roles";

describe("the role of the control plane", () => {
  it("is named after the cluster, or as the cluster has it already", () => {
    expect(environment().cluster.controlPlaneRole).toBe("govuk-cluster");
    expect(environment({ cluster: { controlPlaneRole: "govuk-cluster-1" } }).cluster.controlPlaneRole).toBe(
      "govuk-cluster-1",
    );
  });

  it("may be made by Terraform, and handed to EKS, under that name", () => {
    const adopted = environment({ cluster: { controlPlaneRole: "govuk-cluster-1" } });

    expect(rolesOf(adopted)).toContain("govuk-cluster-1");
    expect(passedRolesOf(adopted)).toContain("govuk-cluster-1");
    expect(rolesOf(adopted)).not.toContain("govuk-cluster");
  });

  it.each(["", "arn:aws:iam::123456789012:role/govuk-cluster", "a".repeat(65), "rôle"])(
    "is refused under the name %o",
    (controlPlaneRole) => {
      expect(problemsWith({ cluster: { controlPlaneRole } })).toContainEqual(
        expect.stringMatching(
          /controlPlaneRole: expected the name of an IAM role, without its path and ARN, got .*; leave it out, or copy it: aws eks describe-cluster/,
        ),
      );
    },
  );
});
