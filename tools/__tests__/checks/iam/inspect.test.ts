import { describe, expect, it } from "vitest";
import { iamOf } from "../../../checks/iam/inspect";
import { permissionsDocument, serviceTrust } from "../../../../src/constructs/iam-policy";
import { testEnvironment } from "../../../../__tests__/support/environments";

const stack = (name: string, json: object) => ({
  id: `${name}-production`,
  folder: "",
  json: json as Record<string, never>,
});

const zone = "${data.terraform_remote_state.cluster-infrastructure.outputs.zone_arn}";
const on = (resource: string) => permissionsDocument([{ actions: ["a:B"], resources: [resource] }]);

const producer = stack("cluster-infrastructure", {
  resource: { aws_route53_zone: { zone: { name: "eks.test.govuk.digital" } } },
  output: { zone_arn: { value: "${aws_route53_zone.zone.arn}" } },
});

const consumer = (policy: string, others: object = {}) =>
  stack("cluster-services", {
    resource: {
      aws_iam_role: {
        dns_role: { name: "dns-govuk", assume_role_policy: serviceTrust("ec2.amazonaws.com") },
      },
      aws_iam_role_policy: { dns_permissions: { role: "${aws_iam_role.dns_role.name}", policy } },
      ...others,
    },
  });

describe("iamOf", () => {
  it("follows references through the outputs of other stacks", () => {
    const [iam] = iamOf([producer, consumer(on(zone))], [testEnvironment]);

    expect(iam?.roles[0]?.policies.dns_permissions).toContain(
      '"arn:aws:route53:::hostedzone/ZEKSTESTGOVUKDIGITAL"',
    );
  });

  it("marks a reference that it knows nothing about", () => {
    const [iam] = iamOf([consumer(on("${aws_thing.other.arn}"))], [testEnvironment]);

    expect(iam?.documents.map(({ text }) => text).join()).toContain("<unknown aws_thing.other.arn>");
  });

  it("finds documents wherever they are, and says what they hang on", () => {
    const key = { aws_kms_key: { key: { policy: on("arn:aws:s3:::b") } } };
    const [iam] = iamOf([consumer(on("arn:aws:s3:::a"), key)], [testEnvironment]);

    expect(iam?.documents.map(({ place, kind }) => `${kind} ${place}`)).toEqual([
      "trust cluster-services-production: aws_iam_role.dns_role.assume_role_policy",
      "identity cluster-services-production: aws_iam_role_policy.dns_permissions.policy",
      "resource cluster-services-production: aws_kms_key.key.policy",
    ]);
  });

  it("gives a role what is attached to it, and what AWS keeps by ARN", () => {
    const managed = "arn:aws:iam::aws:policy/AmazonEKSClusterPolicy";
    const role = "${aws_iam_role.dns_role.name}";
    const attachments = {
      aws_iam_policy: { own: { name: "own", policy: on("arn:aws:s3:::c") } },
      aws_iam_role_policy_attachment: {
        one: { role, policy_arn: "${aws_iam_policy.own.arn}" },
        two: { role, policy_arn: managed },
      },
    };
    const [iam] = iamOf([consumer(on("arn:aws:s3:::a"), attachments)], [testEnvironment]);

    expect(Object.keys(iam?.roles[0]?.policies ?? {})).toEqual(["dns_permissions", "own"]);
    expect(iam?.roles[0]?.managedPolicies).toEqual([managed]);
  });

  it("leaves out no stack that belongs to no environment", () => {
    const shared = { ...consumer(on("arn:aws:s3:::a")), id: "shared" };

    expect(iamOf([shared], [testEnvironment])[0]?.roles).toHaveLength(1);
  });
});
