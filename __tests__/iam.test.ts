import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ACCESS } from "../tools/checks/iam/access";
import { ALL_NEIGHBOURS } from "../tools/checks/iam/access/neighbours";
import { accessFindings } from "../tools/checks/iam/access-findings";
import { iamOf } from "../tools/checks/iam/inspect";
import { nameInTable } from "../tools/checks/iam/name-in-table";
import { simulate } from "../tools/checks/iam/role-findings";
import { documentFindings } from "../tools/checks/iam/rules";
import { upstreamFindings } from "../tools/checks/iam/upstream";
import { UPSTREAM_POLICIES } from "../tools/checks/iam/upstream-policies";
import { harbourPlatform, harbourTrust } from "./support/harbour-trust";
import { environments, stacks } from "./support/platform";
import { riverAuthority, riverPlatform } from "./support/river-authority";

const iam = [
  ...iamOf(
    stacks.map(({ id, terraform }) => ({ id, folder: "", json: terraform.json })),
    environments,
  ),
  ...iamOf(
    Object.entries(riverPlatform).map(([id, { json }]) => ({ id, folder: "", json })),
    riverAuthority.environments,
  ),
  ...iamOf(
    Object.entries(harbourPlatform).map(([id, { json }]) => ({ id, folder: "", json })),
    harbourTrust.environments,
  ),
];
const documents = iam.flatMap((environment) => environment.documents);

describe("IAM documents", () => {
  it("are found in every place that has one", () => {
    const places = new Set(documents.map(({ place }) => place.replace(/-[^-]+: .*$/, "")));

    expect([...places]).toEqual(
      expect.arrayContaining(["cluster-infrastructure", "cluster-services", "tfc-aws-config"]),
    );
  });

  it("are written where * takes a reason, if they say what an identity may do", () => {
    const writers = readdirSync("src", { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .map((name) => readFileSync(join("src", name), "utf8"))
      .filter((source) => /new Iam(Role)?Policy\(/.test(source));

    expect(writers.length).toBeGreaterThan(0);
    expect(writers.filter((source) => !source.includes("permissionsDocument("))).toEqual([]);
  });

  it("are ones that AWS takes and that mean what they say", async () => {
    const findings = await Promise.all(documents.map(documentFindings));

    expect(findings.flat()).toEqual([]);
  });
});

/** Requests that would make a role more than it is. */
const ESCALATIONS = [
  { actions: ["iam:CreateUser"], on: "arn:aws:iam::<account>:user/another", because: "users" },
  { actions: ["iam:PassRole"], on: "arn:aws:iam::<account>:role/<cluster>-cluster", because: "roles" },
  { actions: ["sts:AssumeRole"], on: "arn:aws:iam::<account>:role/terraform-apply", because: "roles" },
  { actions: ["iam:CreatePolicyVersion"], on: "arn:aws:iam::<account>:policy/<boundary>", because: "itself" },
  {
    actions: ["secretsmanager:GetSecretValue"],
    on: "arn:aws:secretsmanager:<region>:<account>:secret:another/password-AbCdEf",
    because: "secrets of others",
  },
  {
    actions: ["secretsmanager:PutSecretValue"],
    on: "arn:aws:secretsmanager:<region>:<account>:secret:govuk/slack-AbCdEf",
    because: "changes to secrets",
  },
  {
    actions: ["rds:DeleteDBCluster"],
    on: "arn:aws:rds:<region>:<account>:cluster:publishing-api",
    because: "databases",
  },
  { actions: ["organizations:LeaveOrganization"], on: "*", because: "the organisation" },
];

/** One role of each kind: those of environments and of repositories on GitHub are alike. */
function oneOfEach(environments: typeof iam): typeof iam {
  const seen = new Set<string>();
  const isFirst = (name: string) => !seen.has(name) && seen.add(name);
  return environments.map((environment) => ({
    ...environment,
    roles: environment.roles.filter(({ name }) => isFirst(nameInTable(name, environment.environment))),
  }));
}

/** Environments whose runs make roles with a boundary; where people apply by hand, no stack holds one. */
const bounded = iam.filter(({ environment }) => environment.organisation.terraformCloud !== false);

// `npm run iam` asks for every environment, for samples, and for policies that AWS keeps.
describe("IAM roles", () => {
  it("may do what they are there for, and nothing next to it", async () => {
    const { findings, requests } = await simulate(oneOfEach(iam), ACCESS, {});

    // Roles of environments that share an account, which none of these does.
    expect(findings.filter((finding) => !finding.includes("<environment>: expected a role"))).toEqual([]);
    expect(requests).toBeGreaterThan(200);
  });

  it.each(bounded)(
    "that allow themselves everything stay within the boundary of $environment.name",
    async (of) => {
      const [boundary = ""] = Object.keys(of.policies).filter((arn) =>
        arn.includes("policy/terraform-boundary"),
      );
      const greedy = {
        stack: "cluster-services",
        name: `greedy-${of.environment.clusters[0]!.cluster.name}`,
        path: "/",
        trust: "",
        policies: {
          everything: '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}',
        },
        managedPolicies: [],
        boundary,
      };
      const may = [{ actions: ["ec2:DescribeVpcs"], on: "*" }];
      const access = { may, mayNot: [...ALL_NEIGHBOURS, ...ESCALATIONS] };
      const { findings, requests } = await accessFindings(of, greedy, access, {
        managedPolicies: {},
        resourcePolicies: {},
      });

      expect(findings).toEqual([]);
      expect(requests).toBeGreaterThan(30);
    },
  );

  it("have the actions of upstream's policies, or the reason why not", () => {
    expect(upstreamFindings(iam, [], UPSTREAM_POLICIES, "")).toEqual([]);
  });
});
