import { describe, expect, it } from "vitest";
import { ACCESS } from "../tools/checks/iam/access";
import { ALL_NEIGHBOURS } from "../tools/checks/iam/access/neighbours";
import { accessFindings } from "../tools/checks/iam/access-findings";
import { nameInTable } from "../tools/checks/iam/name-in-table";
import { simulate } from "../tools/checks/iam/role-findings";
import { iam } from "./support/iam";

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

/** Environments that keep their states, and so have a boundary; one in files beside the project tries things out. */
const bounded = iam.filter(({ environment }) => environment.backend.type !== "local");

// `npm run iam` asks for every environment, for samples, and for policies that AWS keeps.
describe("IAM roles", () => {
  it("may do what they are there for, and nothing next to it", async () => {
    const { findings, requests } = await simulate(oneOfEach(iam), ACCESS, {});

    // Roles of environments that share an account, of clusters beside the main one and of agents, which none of these has.
    const ofOthers = /(?:_<environment>\S*|<cluster>-terraform-agents): expected a role/;
    expect(findings.filter((finding) => !ofOthers.test(finding))).toEqual([]);
    expect(requests).toBeGreaterThan(200);
  });

  it.each(bounded)(
    "that allow themselves everything stay within the boundary of $environment.name",
    async (of) => {
      const [boundary = ""] = Object.keys(of.policies).filter((arn) =>
        /policy\/(terraform|platform)-boundary/.test(arn),
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
});
