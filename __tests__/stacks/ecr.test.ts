import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { SnsTopicPolicy } from "@cdktf/provider-aws/lib/sns-topic-policy";
import { EcrPullThroughCacheRule } from "@cdktf/provider-aws/lib/ecr-pull-through-cache-rule";
import { EcrRegistryPolicy } from "@cdktf/provider-aws/lib/ecr-registry-policy";
import { EcrRegistryScanningConfiguration } from "@cdktf/provider-aws/lib/ecr-registry-scanning-configuration";
import { EcrRepository } from "@cdktf/provider-aws/lib/ecr-repository";
import { EcrRepositoryCreationTemplate } from "@cdktf/provider-aws/lib/ecr-repository-creation-template";
import { EcrRepositoryPolicy } from "@cdktf/provider-aws/lib/ecr-repository-policy";
import { IamOpenidConnectProvider } from "@cdktf/provider-aws/lib/iam-openid-connect-provider";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { describe, expect, it } from "vitest";
import { ACCOUNTS } from "../../src/platform/accounts";
import { EcrStack } from "../../src/stacks/ecr";
import { testApp } from "../support/app";
import { organisation, registry as settings, tenants as ours } from "../support/organisation";
import { environment } from "../support/environments";
import { environments, platform } from "../support/platform";
import { application, smallTenants } from "../support/tenants";
import { type Block, Terraform } from "../support/terraform";

const registry = (overrides: Parameters<typeof environment>[0] = {}, tenants = smallTenants): Terraform =>
  Terraform.from(
    new EcrStack(testApp(), environment(overrides), {
      tenants,
      registry: settings,
      environments,
    }),
  );

/** The registry of the organisation's own applications, which there are many of. */
const whole = platform["ecr-production"]!;

interface Statement {
  readonly Action: readonly string[];
  readonly Resource?: readonly string[];
  readonly Principal?: Readonly<Record<string, string | readonly string[]>>;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

const statementsIn = (document: unknown): Statement[] =>
  (JSON.parse(document as string) as { Statement: Statement[] }).Statement;

const roleNamed = (terraform: Terraform, name: string): [string, Block] =>
  Object.entries(terraform.named(IamRole)).find(([, role]) => role.name === name)!;

const permissionsOf = (terraform: Terraform, name: string): Statement[] => {
  const [address] = roleNamed(terraform, name);
  const policy = terraform.all(IamRolePolicy).find(({ role }) => role === `\${aws_iam_role.${address}.name}`);
  return statementsIn(policy!.policy);
};

const terraform = registry();

describe("the registry", () => {
  it("lets Lambda pull what functions run, for accounts of the organisation alone", () => {
    const pulledByLambda = Object.entries(whole.named(EcrRepositoryPolicy)).flatMap(([address, { policy }]) =>
      statementsIn(policy)
        .filter(({ Principal }) => Principal?.Service === "lambda.amazonaws.com")
        .map(({ Condition }) => [address, Condition]),
    );

    expect(pulledByLambda).toEqual([
      [
        "image-govuk-fastly-diff-generator_access",
        {
          ArnLike: {
            "aws:SourceArn": settings.pullingAccounts.map(
              (account) => `arn:aws:lambda:${settings.region}:${account}:function:*`,
            ),
          },
        },
      ],
    ]);
  });

  it("is in one environment, whose region its address has", () => {
    const { name, region } = environments.find(({ name }) => name === settings.environment)!;

    expect(Object.keys(platform).filter((id) => id.startsWith("ecr-"))).toEqual([`ecr-${name}`]);
    expect(settings.host).toBe(`172025368201.dkr.ecr.${region}.amazonaws.com`);
  });

  it("has a repository for every image of the organisation, and no others", () => {
    const names = whole.all(EcrRepository).map(({ name }) => name as string);
    const images = [...ours.applications.flatMap(({ images }) => images)];

    expect(names.sort()).toEqual(
      [...images, ...settings.baseImages.map(({ name }) => name)]
        .map((name) => `github/alphagov/govuk/${name}`)
        .sort(),
    );
  });

  it("lets no tag move but those that say where an image runs, and signatures", () => {
    terraform.all(EcrRepository).forEach((repository) =>
      expect(repository).toMatchObject({
        image_tag_mutability: "IMMUTABLE_WITH_EXCLUSION",
        image_tag_mutability_exclusion_filter: [
          { filter: "deployed-to-*", filter_type: "WILDCARD" },
          { filter: "sha256-*", filter_type: "WILDCARD" },
        ],
      }),
    );
  });

  it("scans images when they are pushed, and again for as long as they are there", () => {
    const { scan_type, rule } = terraform.only(EcrRegistryScanningConfiguration);
    const everything = [{ filter: "*", filter_type: "WILDCARD" }];

    expect(scan_type).toBe("ENHANCED");
    expect(rule).toEqual([
      { scan_frequency: "SCAN_ON_PUSH", repository_filter: everything },
      { scan_frequency: "CONTINUOUS_SCAN", repository_filter: everything },
    ]);
    terraform
      .all(EcrRepository)
      .forEach((repository) =>
        expect(repository.image_scanning_configuration).toEqual({ scan_on_push: true }),
      );
  });

  it("deletes no repository that has images", () => {
    terraform.all(EcrRepository).forEach(({ force_delete }) => expect(force_delete).toBe(false));
  });

  it("keeps copies as it keeps its own: encrypted, under tags that never move, for every account to pull", () => {
    const template = terraform.only(EcrRepositoryCreationTemplate);
    const [pull, ...others] = statementsIn(template.repository_policy);

    expect(template).toMatchObject({
      prefix: "ROOT",
      applied_for: ["PULL_THROUGH_CACHE"],
      image_tag_mutability: "IMMUTABLE",
      depends_on: ["aws_iam_role_policy.cache_creation-role_permissions"],
      encryption_configuration: [{ encryption_type: "KMS", kms_key: "${aws_kms_key.images_key.arn}" }],
    });
    expect(pull!.Principal).toEqual({ AWS: Object.values(ACCOUNTS).map((id) => `arn:aws:iam::${id}:root`) });
    expect(pull!.Action).not.toContain("ecr:PutImage");
    expect(others).toEqual([]);
  });

  it("makes a copy's repository with its key, through a grant", () => {
    expect(permissionsOf(terraform, "ecr-repository-creation")).toContainEqual({
      Effect: "Allow",
      Action: ["kms:CreateGrant", "kms:DescribeKey", "kms:RetireGrant"],
      Resource: ["${aws_kms_key.images_key.arn}"],
    });
  });

  it("signs with a key that can do nothing else, of the kind that cosign expects", () => {
    expect(terraform.json.resource.aws_kms_key.signing_key).toMatchObject({
      key_usage: "SIGN_VERIFY",
      customer_master_key_spec: "ECC_NIST_P256",
    });
  });

  it("encrypts images with its own key", () => {
    terraform
      .all(EcrRepository)
      .forEach(({ encryption_configuration }) =>
        expect(encryption_configuration).toEqual([
          { encryption_type: "KMS", kms_key: "${aws_kms_key.images_key.arn}" },
        ]),
      );
  });

  it("lets every account pull, and only the tagging workflows of the order of promotion give a tag", () => {
    const promoting = organisation.promotion.map((name) => organisation.accounts[name]!);
    const taggers = organisation.promotion.flatMap((name) =>
      environments
        .find((one) => one.name === name)!
        .clusters.map(
          ({ cluster }) =>
            `arn:aws:iam::${organisation.accounts[name]!}:role/add-tag-to-image-workflow-${cluster.name}`,
        ),
    );
    const [pull, tag] = statementsIn(terraform.named(EcrRepositoryPolicy)["image-search-api_access"]!.policy);
    const accounts = Object.values(ACCOUNTS).map((id) => `arn:aws:iam::${id}:root`);

    expect(pull).toMatchObject({ Principal: { AWS: accounts } });
    expect(pull!.Action).not.toContain("ecr:PutImage");
    expect(tag).toEqual({
      Effect: "Allow",
      Principal: { AWS: promoting.map((id) => `arn:aws:iam::${id}:root`) },
      Action: ["ecr:PutImage"],
      Condition: { ArnEquals: { "aws:PrincipalArn": taggers } },
    });
  });

  it("lets no workflow tag images that others are built from", () => {
    const policies = whole.named(EcrRepositoryPolicy);
    const tagged = Object.keys(policies).filter((id) => /ecr:Put/.test(policies[id]!.policy as string));
    const images = ours.applications.flatMap(({ images }) => images);

    expect(tagged.sort()).toEqual(images.map((name) => `image-${name}_access`).sort());
  });

  it.each([true, false])("is destroyed only where the environment is not protected: %s", (isProtected) => {
    const stack = registry(
      isProtected ? {} : { deletionProtection: { enabled: false, reason: "A test destroys it." } },
    );
    const kept = [
      ...stack.all(EcrRepository),
      ...stack.all(KmsKey).filter(({ description }) => description !== "Vulnerabilities of container images"),
    ];

    expect(kept.length).toBeGreaterThan(2);
    kept.forEach(({ lifecycle }) => expect(lifecycle).toEqual({ prevent_destroy: isProtected }));
  });

  it("e-mails what Inspector finds to be critical", () => {
    expect(JSON.parse(terraform.only(CloudwatchEventRule).event_pattern as string)).toEqual({
      source: ["aws.inspector2"],
      "detail-type": ["Inspector2 Finding"],
      detail: {
        severity: ["CRITICAL"],
        status: ["ACTIVE"],
        resources: { type: ["AWS_ECR_CONTAINER_IMAGE"] },
      },
    });
  });

  it("lets the rule about critical findings publish to their topic, and no other", () => {
    const { arn, policy } = terraform.only(SnsTopicPolicy);

    expect(statementsIn(policy as string)).toEqual([
      {
        Effect: "Allow",
        Principal: { Service: "events.amazonaws.com" },
        Action: ["sns:Publish"],
        Resource: [arn],
        Condition: { ArnEquals: { "aws:SourceArn": "${aws_cloudwatch_event_rule.scanning_critical.arn}" } },
      },
    ]);
  });

  it("lets every environment's account have the public half of the signing key, and no other use of it", () => {
    const [, ...others] = statementsIn(terraform.json.resource.aws_kms_key.signing_key.policy);

    expect(others.filter((statement) => "Effect" in statement && statement.Effect === "Allow")).toEqual([
      {
        Effect: "Allow",
        Principal: { AWS: Object.values(ACCOUNTS).map((id) => `arn:aws:iam::${id}:root`) },
        Action: ["kms:GetPublicKey", "kms:DescribeKey"],
        Resource: ["*"],
      },
    ]);
  });

  it("publishes what workflows and policies need to know", () => {
    expect(terraform.outputs()).toMatchObject({
      repository_urls: {
        "search-api": "${aws_ecr_repository.image-search-api_repository.repository_url}",
      },
      cached_registries: { "quay.io": "172025368201.dkr.ecr.eu-west-1.amazonaws.com/quay.io" },
      github_push_role_arns: { "alphagov/search-api": "${aws_iam_role.github-search-api_push_role.arn}" },
      signing_key_arn: "${aws_kms_key.signing_key.arn}",
      signing_public_key: "${data.aws_kms_public_key.signing_public-key.public_key_pem}",
    });
  });
});

describe("the cache", () => {
  it("keeps copies under the name of the registry they come from", () => {
    const rules = terraform.all(EcrPullThroughCacheRule);

    expect(rules.map((rule) => [rule.ecr_repository_prefix, rule.upstream_registry_url])).toEqual([
      ["docker.io", "registry-1.docker.io"],
      ["ghcr.io", "ghcr.io"],
      ["public.ecr.aws", "public.ecr.aws"],
      ["quay.io", "quay.io"],
      ["registry.k8s.io", "registry.k8s.io"],
    ]);
    expect(rules.filter((rule) => rule.credential_arn).map((rule) => rule.ecr_repository_prefix)).toEqual([
      "docker.io",
      "ghcr.io",
    ]);
  });

  it("is filled by nodes only, and only with copies", () => {
    const [statement, ...others] = statementsIn(terraform.only(EcrRegistryPolicy).policy);

    expect(others).toEqual([]);
    expect(statement).toMatchObject({
      Action: ["ecr:BatchImportUpstreamImage", "ecr:CreateRepository"],
      Condition: {
        ArnLike: {
          "aws:PrincipalArn": Object.values(ACCOUNTS).map((id) => `arn:aws:iam::${id}:role/*-node-group`),
        },
      },
    });
    expect(statement!.Resource).toHaveLength(5);
    statement!.Resource!.forEach((arn) => expect(arn).not.toMatch(/repository\/(govuk|\*)/));
  });
});

describe("a repository on GitHub", () => {
  it("is believed by the account when its token is made out to AWS", () => {
    expect(terraform.only(IamOpenidConnectProvider)).toMatchObject({
      url: "https://token.actions.githubusercontent.com",
      client_id_list: ["sts.amazonaws.com"],
    });
  });

  it.each(["push", "sign"])(
    "assumes its role to %s from its main branch, and nobody else does",
    (purpose) => {
      const [, role] = roleNamed(terraform, `github-search-api_${purpose}`);

      expect(statementsIn(role.assume_role_policy)).toEqual([
        {
          Effect: "Allow",
          Principal: { Federated: "${aws_iam_openid_connect_provider.github_provider.arn}" },
          Action: ["sts:AssumeRoleWithWebIdentity"],
          Condition: {
            StringEquals: {
              "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
              "token.actions.githubusercontent.com:sub": "repo:alphagov/search-api:ref:refs/heads/main",
            },
          },
        },
      ]);
    },
  );

  it("pushes its own images and reads base images", () => {
    const [token, push, pull] = permissionsOf(terraform, "github-search-api_push");

    expect(token!.Action).toEqual(["ecr:GetAuthorizationToken"]);
    expect(push!.Action).toContain("ecr:PutImage");
    expect(push!.Resource).toEqual(["${aws_ecr_repository.image-search-api_repository.arn}"]);
    expect(pull!.Action.filter((action) => /Put|Upload|Delete/.test(action))).toEqual([]);
    expect(pull!.Resource).toHaveLength(settings.baseImages.length);
  });

  it("signs with the one key and does nothing else", () => {
    expect(permissionsOf(terraform, "github-search-api_sign")).toEqual([
      {
        Effect: "Allow",
        Action: ["kms:DescribeKey", "kms:GetPublicKey", "kms:Sign"],
        Resource: ["${aws_kms_key.signing_key.arn}"],
      },
    ]);
  });

  it("has one role for all of its images", () => {
    const [, push] = permissionsOf(
      registry(
        {},
        { ...smallTenants, applications: [{ ...application, images: ["search-api", "search-ranker"] }] },
      ),
      "github-search-api_push",
    );

    expect(push!.Resource).toHaveLength(2);
  });

  it("has no role whose name is one of a cluster's", () => {
    const names = whole.all(IamRole).map(({ name }) => name as string);

    expect(names.filter((name) => /^govuk-|-govuk$/.test(name))).toEqual([]);
    expect(names.filter((name) => name.length > 64)).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });
});
