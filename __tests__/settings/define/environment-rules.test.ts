import { environmentNames } from "../../../src/settings/organisation/environment-names";
import { describe, expect, it } from "vitest";
import { environmentSettings } from "../../../src/platform/environments";
import { organisation } from "../../support/organisation";
import { anotherNetwork, problemsOf, problemsWith, productionLike } from "../../support/environments";

const BUCKET = "govuk-terraform-state-production";
const KEY = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-86ef-1234567890ab";

const NAMES = environmentNames(organisation).join(", ");

describe("an environment", () => {
  it("is right as each of the real ones is", () => {
    expect(problemsOf(...environmentSettings)).toEqual([]);
  });

  it("is refused with a name that nobody knows", () => {
    expect(problemsWith({ name: "prodution" })).toEqual([
      `prodution name: expected one of ${NAMES}, got "prodution"; did you mean "production"?`,
    ]);
  });

  it("is refused with a name like none", () => {
    expect(problemsWith({ name: "" })).toEqual([
      `environment name: expected one of ${NAMES}, got ""; add its account to organisation.accounts first`,
    ]);
  });

  it("is refused with the name of another, whose stacks it would have", () => {
    const twin = { ...productionLike, dns: { publishingDomain: "other.service.gov.uk" } };

    expect(problemsOf(productionLike, twin)).toEqual([
      'production name: expected a name of its own, since stacks are called <stack>-<name>, got "production" a second time; rename one of the two',
    ]);
  });

  it("is refused with the publishing domain of another", () => {
    expect(
      problemsOf(productionLike, { ...productionLike, name: "staging", network: anotherNetwork }),
    ).toEqual([
      'staging dns.publishingDomain: expected a domain of its own, got "publishing.service.gov.uk", which production has; give each environment another',
    ]);
  });

  it.each([
    "https://publishing.service.gov.uk",
    "*.publishing.service.gov.uk",
    "publishing",
    "Publishing.gov.uk",
    "gov.uk.",
    "",
  ])('is refused with the publishing domain "%s"', (publishingDomain) => {
    expect(problemsWith({ dns: { publishingDomain } })).toEqual([
      `production dns.publishingDomain: expected a domain name such as "publishing.example.org", got "${publishingDomain}"; write it in lower case, without wildcard, scheme or final dot`,
    ]);
  });

  it.each(["eks.govuk", "EKS", "-eks", ""])(
    'is refused with the cluster subdomain "%s"',
    (clusterSubdomain) => {
      expect(problemsWith({ dns: { ...productionLike.dns, clusterSubdomain } })).toEqual([
        `production clusters.govuk.subdomain: expected one DNS label such as "eks", got "${clusterSubdomain}"; use lower-case letters, digits and hyphens`,
      ]);
    },
  );

  it("refuses a certificate's challenge that no host answers, or that is for no domain", () => {
    const { publishingDomain } = productionLike.dns ?? {};

    expect(
      problemsWith({ dns: { publishingDomain, certificateChallenge: "abc.fastly-validations.com" } }),
    ).toEqual([]);
    expect(problemsWith({ dns: { publishingDomain, certificateChallenge: "https://fastly" } })).toEqual([
      'production dns.certificateChallenge: expected a host such as "abc123.fastly-validations.com", got "https://fastly"; copy the name that the service shows, in lower case, without a final dot',
    ]);
    expect(problemsWith({ dns: { certificateChallenge: "abc.fastly-validations.com" } })).toContain(
      'production dns.certificateChallenge: expected nothing, since the environment has no publishing domain, got "abc.fastly-validations.com"; add dns.publishingDomain, whose certificates it is for, or leave it out',
    );
  });

  it.each(["s3://logs", "Logs", "lo", "a..b", "logs/prefix"])(
    "refuses %s as the bucket of access logs",
    (name) => {
      expect(problemsWith({ bucketAccessLogs: name })).toEqual([
        `production bucketAccessLogs: expected the name of a bucket such as "example-access-logs", got "${name}"; write its name alone, without s3://, an ARN or a prefix`,
      ]);
    },
  );

  it("is refused with a parent zone that is no domain", () => {
    expect(problemsWith({ dns: { ...productionLike.dns, parentZone: "test" } })).toEqual([
      'production dns.parentZone: expected a domain name such as "test.example.org", got "test"; write the name of a public zone of the account in lower case, without a final dot',
    ]);
  });

  it.each([-1, 1, 6, 31, 7.5])(
    "is refused with secrets that can be recovered for %d days",
    (secretsRecoveryDays) => {
      expect(problemsWith({ secretsRecoveryDays })).toEqual([
        `production secretsRecoveryDays: expected 0, or a whole number from 7 to 30, got ${secretsRecoveryDays}; Secrets Manager takes no other`,
      ]);
    },
  );

  it("is refused with a secret that cannot exist", () => {
    expect(problemsWith({ alarmEmailSecret: "e-mail address" })).toEqual([
      'production alarmEmailSecret: expected the name of a secret such as "example/slack/platform-support-email", got "e-mail address"; copy it from Secrets Manager, or write false to send no e-mail',
    ]);
  });

  it("is refused when deletion protection is given up without a sentence that says why", () => {
    expect(problemsWith({ deletionProtection: { enabled: false, reason: "  " } })).toEqual([
      'production deletionProtection.reason: expected a sentence, got "  "; say why all may be destroyed, or set deletionProtection to true',
    ]);
  });

  it.each(["flowLogs", "threatDetection"])("is refused without %s for an empty reason", (name) => {
    expect(problemsWith({ [name]: { enabled: false, reason: "" } })).toEqual([
      expect.stringContaining(`production ${name}.reason: expected a sentence, got ""`),
    ]);
  });

  it("may give up deletion protection for a reason", () => {
    expect(problemsWith({ deletionProtection: { enabled: false, reason: "torn down every night" } })).toEqual(
      [],
    );
  });

  it.each<[string, object]>([
    ["HCP Terraform", { type: "cloud", organization: "govuk", project: "govuk-infrastructure" }],
    [
      "Terraform Enterprise",
      { type: "cloud", organization: "govuk", project: "a b", hostname: "tfe.gov.uk" },
    ],
    ["S3", { type: "s3", bucket: BUCKET, kmsKeyArn: KEY }],
    ["S3 in another region", { type: "s3", bucket: BUCKET, region: "eu-west-2", kmsKeyArn: KEY }],
    ["files", { type: "local" }],
  ])("may keep its state in %s", (_, backend) => {
    expect(problemsWith({ backend })).toEqual([]);
  });

  it.each<[string, object, string]>([
    [
      "an organisation without a name",
      { type: "cloud", organization: "", project: "p" },
      'organization: expected the name of an HCP Terraform organisation, got ""',
    ],
    [
      "a project without a name",
      { type: "cloud", organization: "govuk", project: "" },
      'project: expected the name of an HCP Terraform project, got ""',
    ],
    [
      "an address as the host name",
      { type: "cloud", organization: "govuk", project: "p", hostname: "https://tfe.gov.uk" },
      'hostname: expected a host name such as "app.terraform.io", got "https://tfe.gov.uk"',
    ],
    [
      "a bucket that cannot exist",
      { type: "s3", bucket: "State_Bucket", kmsKeyArn: KEY },
      'bucket: expected the name of a bucket such as "example-terraform-state-production", got "State_Bucket"',
    ],
    [
      "a bucket in no region",
      { type: "s3", bucket: BUCKET, region: "europe", kmsKeyArn: KEY },
      'region: expected a region of AWS, got "europe"',
    ],
    [
      "an alias as the key",
      { type: "s3", bucket: BUCKET, kmsKeyArn: "alias/state" },
      'kmsKeyArn: expected an ARN such as "arn:aws:kms:<region>:<account>:key/…", got "alias/state"',
    ],
    [
      "a key whose id Terraform would refuse",
      { type: "s3", bucket: BUCKET, kmsKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/1234abcd" },
      'kmsKeyArn: expected an ARN such as "arn:aws:kms:<region>:<account>:key/…", got "arn:aws:kms:eu-west-1:123456789012:key/1234abcd"',
    ],
  ])("is refused with %s for its state", (_, backend, expected) => {
    expect(problemsWith({ backend })).toEqual([
      `production backend.${expected}; copy it from where the state is kept`,
    ]);
  });
});
