import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { describe, expect, it } from "vitest";
import { SelfServiceRole, type SelfServiceRoleProps } from "../../src/tenants/self-service-role";
import { Terraform } from "../support/terraform";

const made = (differences: Partial<SelfServiceRoleProps>) =>
  Terraform.of((scope) => {
    new SelfServiceRole(scope, "own", {
      clusterName: "river",
      place: { cluster: "dev", namespace: "maps-dev" },
      accountId: "123456789012",
      region: "eu-west-1",
      kinds: ["tables"],
      removes: false,
      ...differences,
    });
  });

interface Statement {
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition: object;
}

const statements = (differences: Partial<SelfServiceRoleProps> = {}): Statement[] =>
  (JSON.parse(made(differences).only(IamRolePolicy).policy as string) as { Statement: Statement[] })
    .Statement;

describe("SelfServiceRole", () => {
  it("is taken by ACK of its cluster alone", () => {
    const { name, assume_role_policy } = made({}).only(IamRole);

    expect(name).toBe("river-ack--maps-dev");
    expect(JSON.parse(assume_role_policy as string).Statement).toEqual([
      {
        Effect: "Allow",
        Principal: { AWS: "arn:aws:iam::123456789012:root" },
        Action: ["sts:AssumeRole", "sts:TagSession"],
        Condition: {
          StringEquals: { "aws:PrincipalArn": "arn:aws:iam::123456789012:role/river-ack" },
        },
      },
    ]);
  });

  it("reaches names of its namespace alone, for objects of it, in its region", () => {
    expect(statements().map(({ Resource, Condition }) => [Resource, Condition])).toEqual([
      [
        ["arn:aws:dynamodb:eu-west-1:123456789012:table/tenant-dev--maps-dev---*"],
        {
          StringEquals: {
            "aws:PrincipalTag/eks:kubernetes-namespace": "maps-dev",
            "aws:RequestedRegion": "eu-west-1",
          },
        },
      ],
    ]);
  });

  it("has the actions of the kinds that are named, and none by which others get in", () => {
    const actions = statements({ kinds: ["tables", "buckets"] }).flatMap(({ Action }) => Action);

    expect(actions).toContain("dynamodb:CreateTable");
    expect(actions).toContain("s3:CreateBucket");
    expect(
      statements()
        .flatMap(({ Action }) => Action)
        .join(),
    ).not.toContain("s3:");
    expect(
      actions.filter((action) => /:Put.*(?:Policy|Acl|Access|Replication|Notification)/.test(action)),
    ).toEqual([]);
  });

  it.each([
    [true, ["dynamodb:DeleteTable", "s3:DeleteBucket"]],
    [false, []],
  ])("removes what goes from Git where nothing is protected (%s)", (removes, expected) => {
    expect(
      statements({ kinds: ["tables", "buckets"], removes })
        .flatMap(({ Action }) => Action)
        .filter((action) => action.includes(":Delete")),
    ).toEqual(expected);
  });

  it("leaves room for a name behind a long namespace, whose beginning stays its own", () => {
    const [one, other] = ["a", "b"].map(
      (end) =>
        statements({ place: { cluster: "dev", namespace: `${"maps-".repeat(10)}${end}` } })[0]!.Resource[0]!,
    );
    const [, beginning] = one!.split("table/");

    expect(beginning!.length).toBeLessThanOrEqual(44);
    expect(one).not.toBe(other);
  });
});
