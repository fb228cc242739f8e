import { describe, expect, it } from "vitest";
import type { Tenants } from "../../../src/settings/tenants/tenants";
import { TfcAwsConfigStack } from "../../../src/stacks/tfc-aws-config";
import { testApp } from "../../support/app";
import { type OneCluster, productionLike, withOneCluster } from "../../support/environments";
import { defineEnvironment, tenants } from "../../support/organisation";
import { type Statement, statementsOf } from "../../support/run-roles";
import { Terraform } from "../../support/terraform";

const CLOUD = { type: "cloud", organization: "govuk", project: "govuk-infrastructure" } as const;

const withSettings = (settings: OneCluster, own: Tenants = tenants) => {
  const terraform = Terraform.from(
    new TfcAwsConfigStack(
      testApp(),
      defineEnvironment(withOneCluster({ ...productionLike, ...settings })),
      CLOUD,
      own,
    ),
  );
  return (["plan", "apply"] as const).map((phase) => statementsOf(terraform, phase));
};

const READ = "eks:DescribeIdentityProviderConfig";
const CHANGES = ["eks:AssociateIdentityProviderConfig", "eks:DisassociateIdentityProviderConfig"];
const does = (statements: readonly Statement[], action: string): boolean =>
  statements.some(({ Action }) => Action.includes(action));
const allowedIn = (settings: OneCluster, own?: Tenants) => {
  const [plan, apply] = withSettings(settings, own);
  return [
    does(plan!, READ),
    CHANGES.some((change) => does(plan!, change)),
    does(apply!, READ),
    CHANGES.every((change) => does(apply!, change)),
  ];
};

describe("runs of HCP Terraform", () => {
  it("associate the provider of people with the cluster", () => {
    const identityProvider = { issuer: "https://login.example.org", clientId: "kubernetes" };
    expect(allowedIn({ cluster: { identityProvider } })).toEqual([true, false, true, true]);
  });

  it("associate Dex where products sign in by it", () => {
    const products = { settings: { signIn: { by: "dex" } }, tenants: [{ cluster: "production" }] };
    expect(allowedIn({}, { ...tenants, products } as unknown as Tenants)).toEqual([true, false, true, true]);
  });

  it("know of no provider elsewhere", () => {
    expect(allowedIn({})).toEqual([false, false, false, false]);
  });
});
