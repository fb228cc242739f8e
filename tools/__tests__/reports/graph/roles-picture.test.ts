import { expect, test } from "vitest";
import { rolesPicture } from "../../../reports/graph/roles-picture";
import { permissionsDocument, serviceTrust } from "../../../../src/constructs/iam-policy";
import { podIdentityTrust, WorkloadRole } from "../../../../src/constructs/workload-role";
import { cluster } from "../../../../__tests__/support/fixtures";
import { Terraform } from "../../../../__tests__/support/terraform";

/** The boxes of one role: who assumes it, and what it may do. */
function draw(resource: Record<string, Record<string, Record<string, string>>>) {
  const { boxes, arrows } = rolesPicture("staging", [
    { id: "services", folder: "", name: "services", after: [], json: { resource } },
  ]);
  expect(arrows).toHaveLength(1);
  return boxes.map(({ title, lines }) => [title, ...lines]);
}

const role = (trust: string) => ({ dns: { name: "dns-govuk", assume_role_policy: trust } });

test("shows the service account that assumes a role by IRSA, as a workload role has it", () => {
  const { json } = Terraform.of((scope) => {
    new WorkloadRole(scope, "dns", {
      cluster: { ...cluster, identity: "irsa" },
      namespace: "services",
      serviceAccount: "dns",
      permissions: [{ actions: ["route53:GetChange"], resources: ["arn:aws:route53:::change/*"] }],
    });
  });

  expect(draw(json.resource)).toEqual([
    ["dns", "service account in services", `assumes dns-${cluster.name}`],
    ["", "route53: GetChange"],
  ]);
});

test("shows the service account that assumes a role by Pod Identity", () => {
  const trust = podIdentityTrust({ clusterName: "govuk", namespace: "services", serviceAccount: "dns" });

  expect(draw({ aws_iam_role: role(trust) })[0]).toEqual([
    "dns",
    "service account in services",
    "assumes dns-govuk",
  ]);
});

test("shows the AWS service that assumes a role, and policies by name after permissions", () => {
  const owner = { role: "${aws_iam_role.dns.name}" };
  const other = { role: "${aws_iam_role.dns-other.name}", policy_arn: "arn:aws:iam::aws:policy/Other" };

  expect(
    draw({
      aws_iam_role: role(serviceTrust("ec2.amazonaws.com")),
      aws_iam_role_policy: {
        own: {
          ...owner,
          policy: permissionsDocument([{ actions: ["s3:GetObject"], resources: ["arn:aws:s3:::bucket/*"] }]),
        },
      },
      aws_iam_role_policy_attachment: {
        managed: { ...owner, policy_arn: "arn:aws:iam::aws:policy/service-role/Managed" },
        other,
      },
    }),
  ).toEqual([
    ["ec2.amazonaws.com", "AWS service", "assumes dns-govuk"],
    ["", "s3: GetObject", "policy Managed"],
  ]);
});

test("names the role that assumes another, and takes it for no AWS service", () => {
  const trust = JSON.stringify({ Statement: [{ Principal: { AWS: "${aws_iam_role.reader.arn}" } }] });
  const reader = { name: "reader-govuk", assume_role_policy: serviceTrust("ec2.amazonaws.com") };
  const { boxes } = rolesPicture("staging", [
    {
      id: "services",
      folder: "",
      name: "services",
      after: [],
      json: { resource: { aws_iam_role: { reader, ...role(trust) } } },
    },
  ]);

  expect(boxes.map(({ title, lines }) => [title, ...lines])).toContainEqual([
    "reader-govuk",
    "IAM role",
    "assumes dns-govuk",
  ]);
});

test("breaks long lines between words", () => {
  const names = Array.from({ length: 12 }, (_, index) => `svc:${"Verb".padEnd(9, "abcdefghijkl"[index])}`);
  const policy = permissionsDocument([{ actions: names, resources: ["arn:aws:s3:::bucket/*"] }]);
  const [, [, ...lines] = []] = draw({
    aws_iam_role: role(serviceTrust("ec2.amazonaws.com")),
    aws_iam_role_policy: { own: { role: "${aws_iam_role.dns.name}", policy } },
  });

  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(66);
  expect(lines.map((line) => line.trim()).join(" ")).toMatch(/^svc: (Verb[a-l]{5}(, )?){12}$/);
});

const tokenOf = (...subjects: readonly string[]) =>
  JSON.stringify({ Statement: [{ Condition: { StringEquals: { "tokens.example:sub": subjects } } }] });

const first = (trust: string) => draw({ aws_iam_role: role(trust) })[0];

test("names the repository and the branch whose workflows assume a role", () => {
  expect(first(tokenOf("repo:example/website:ref:refs/heads/main"))).toEqual([
    "example/website",
    "workflows on GitHub, main",
    "assumes dns-govuk",
  ]);
});

test("names the workspace, or how many, whose runs assume a role", () => {
  const workspace = (name: string) => `organization:example:project:p:workspace:${name}:run_phase:plan`;

  expect(first(tokenOf(workspace("vpc-staging")))?.slice(0, 2)).toEqual([
    "vpc-staging",
    "HCP Terraform, plan",
  ]);
  expect(first(tokenOf(workspace("vpc"), workspace("dns")))?.[0]).toBe("2 workspaces");
});

test("draws roles that differ in their names alone in one row", () => {
  const trusts = ["one", "two", "three"].map((name): [string, Record<string, string>] => [
    name,
    { name, assume_role_policy: tokenOf(`repo:example/${name}:ref:refs/heads/main`) },
  ]);

  expect(draw({ aws_iam_role: Object.fromEntries(trusts) })[0]).toEqual([
    "3 repositories' workflows on GitHub, main",
    "example/one assumes one",
    "2 more, one role each",
  ]);
});
