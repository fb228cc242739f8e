import { describe, expect, it } from "vitest";
import type { AccessTable } from "../../../checks/iam/access/table";
import { clusterOf, nameInTable } from "../../../checks/iam/name-in-table";
import { simulate } from "../../../checks/iam/role-findings";
import { permissionsDocument, serviceTrust } from "../../../../src/constructs/iam-policy";
import {
  noAccess,
  productionLike,
  testEnvironment,
  withOneCluster,
} from "../../../../__tests__/support/environments";
import { defineEnvironment } from "../../../../__tests__/support/organisation";
import { workloadRoleName } from "../../../../src/names/cluster-names";

const BUCKET = "arn:aws:s3:::govuk-production-tempo";

const role = {
  stack: "cluster-services-production",
  name: "tempo-govuk",
  path: "/",
  trust: serviceTrust("ec2.amazonaws.com"),
  policies: { own: permissionsDocument([{ actions: ["s3:GetObject"], resources: [`${BUCKET}/*`] }]) },
  managedPolicies: [] as string[],
  boundary: "",
};

const findingsOf = async (table: AccessTable, overrides: Partial<typeof role> = {}) => {
  const iam = {
    environment: testEnvironment,
    account: "123456789012",
    documents: [],
    policies: {},
    resourcePolicies: {},
    roles: [{ ...role, ...overrides }],
  };
  return (await simulate([iam], table, {})).findings;
};

const read = { actions: ["s3:GetObject"], on: "arn:aws:s3:::<cluster>-<environment>-tempo/block" };
const readAnother = {
  actions: ["s3:GetObject"],
  on: "arn:aws:s3:::another/block",
  because: "another bucket",
};

describe("simulate", () => {
  it("says nothing of a role that may do what it should and no more", async () => {
    expect(await findingsOf({ "tempo-<cluster>": { may: [read], mayNot: [readAnother] } })).toEqual([]);
  });

  it("says what a role lacks and what it has too much", async () => {
    const table = {
      "tempo-<cluster>": {
        may: [{ ...read, actions: ["s3:PutObject"] }],
        mayNot: [{ ...read, because: "its content" }],
      },
    };

    expect(await findingsOf(table)).toEqual([
      `cluster-services-production: tempo-govuk: expected s3:PutObject on ${BUCKET}/block to be allowed: it needs that`,
      `cluster-services-production: tempo-govuk: expected s3:GetObject on ${BUCKET}/block to be denied: its content`,
    ]);
  });

  it("refuses requests that AWS never gets, which every policy denies", async () => {
    const table = {
      "tempo-<cluster>": {
        may: [read],
        mayNot: [
          { ...readAnother, actions: ["s3:ReadObject"] },
          { ...readAnother, on: "arn:aws:sqs:eu-west-1:1:queue" },
          { ...readAnother, when: { "ec2:Vpc": "vpc-1" } },
        ],
      },
    };

    expect(await findingsOf(table)).toEqual([
      expect.stringContaining("invalid.action"),
      expect.stringContaining("no.resource.types"),
      expect.stringContaining("no such request has ec2:Vpc"),
    ]);
  });

  it("wants both kinds of requests for every role, and a role for all requests", async () => {
    expect(await findingsOf({ "loki-<cluster>": { may: [read], mayNot: [readAnother] } })).toEqual([
      "tempo-<cluster>: expected what it may do, got nothing; edit tools/checks/iam/access",
      "tempo-<cluster>: expected what it must not do, got nothing; edit tools/checks/iam/access",
      "loki-<cluster>: expected a role of that name, got none; edit tools/checks/iam/access",
    ]);
  });

  it("finds a trust that lets others in", async () => {
    const trust = JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: "pods.eks.amazonaws.com" },
          Action: ["sts:AssumeRole"],
          Condition: { StringLike: { "aws:RequestTag/kubernetes-namespace": "monitoring*" } },
        },
      ],
    });

    expect(
      await findingsOf({ "tempo-<cluster>": { may: [read], mayNot: [readAnother] } }, { trust }),
    ).toEqual([
      "cluster-services-production: tempo-govuk: expected sts:AssumeRole to be denied for another aws:RequestTag/kubernetes-namespace",
    ]);
  });

  it("simulates nothing on half of the policies", async () => {
    const table = {
      "tempo-<cluster>": { may: [{ ...read, actions: ["s3:PutObject"] }], mayNot: [readAnother] },
    };
    const managedPolicies = ["arn:aws:iam::aws:policy/AmazonS3FullAccess"];

    expect(await findingsOf(table, { managedPolicies })).toEqual([]);
  });
});

const LONGEST = "the-cluster-of-forty-characters-in-a-row";

const subnetsFrom = (third: number) => {
  const at = (offset: number, rest: string) => `10.13.${third + offset}.${rest}`;
  return {
    controlPlane: { a: at(0, "0/28"), b: at(0, "16/28"), c: at(0, "32/28") },
    public: { a: at(1, "0/24"), b: at(2, "0/24"), c: at(3, "0/24") },
    private: { a: at(4, "0/22"), b: at(8, "0/22"), c: at(12, "0/22") },
  };
};

describe("nameInTable", () => {
  it("is the same in every environment", () => {
    expect(
      ["tempo-govuk", "govuk-node-group", "terraform-plan_production", "terraform-plan"].map((name) =>
        nameInTable(name, testEnvironment),
      ),
    ).toEqual(["tempo-<cluster>", "<cluster>-node-group", "terraform-plan_<environment>", "terraform-plan"]);
  });

  const beside = { access: noAccess, subnets: subnetsFrom(120) };
  const environment = defineEnvironment({
    ...withOneCluster(productionLike),
    clusters: {
      green: { access: noAccess, main: true },
      "blue-beside-green": beside,
      [LONGEST]: { access: noAccess, subnets: subnetsFrom(140), subdomain: "long" },
    },
  });

  it("takes no cluster for another whose name its own ends in", () => {
    expect(clusterOf("tempo-blue-beside-green", environment).cluster.name).toBe("blue-beside-green");
    expect(clusterOf("tempo-green", environment).cluster.name).toBe("green");
    expect(nameInTable("tempo-blue-beside-green", environment)).toBe("tempo-<cluster>");
  });

  it("is whole for roles whose names are shortened", () => {
    const shortened = workloadRoleName("aws-load-balancer-controller", LONGEST);

    expect(shortened).not.toContain("controller");
    expect(nameInTable(shortened, environment)).toBe("aws-load-balancer-controller-<cluster>");
  });
});
