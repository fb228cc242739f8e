import { EcrPullThroughCacheRule } from "@cdktf/provider-aws/lib/ecr-pull-through-cache-rule";
import { EcrRegistryPolicy } from "@cdktf/provider-aws/lib/ecr-registry-policy";
import { EcrRegistryScanningConfiguration } from "@cdktf/provider-aws/lib/ecr-registry-scanning-configuration";
import { EcrReplicationConfiguration } from "@cdktf/provider-aws/lib/ecr-replication-configuration";
import { EcrRepository } from "@cdktf/provider-aws/lib/ecr-repository";
import { EcrRepositoryCreationTemplate } from "@cdktf/provider-aws/lib/ecr-repository-creation-template";
import { IamOpenidConnectProvider } from "@cdktf/provider-aws/lib/iam-openid-connect-provider";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import { fleetPlatform } from "../support/giant-swarm";
import { platform } from "../support/platform";
import { valuesOf } from "../support/terraform";

interface Statement {
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Principal?: { readonly AWS: readonly string[] };
}

const registry = fleetPlatform["ecr-hub"]!;
const replica = fleetPlatform["ecr-southwind"]!;

/** Registry and replica, by the beginnings of the names of their images. */
const HUB = "111100001111.dkr.ecr.eu-central-1.amazonaws.com";
const SOUTHWIND = "333300003333.dkr.ecr.eu-west-1.amazonaws.com";

const statementsIn = (document: unknown) =>
  (JSON.parse(document as string) as { Statement: Statement[] }).Statement;

const templateFor = (purpose: string) =>
  replica
    .all(EcrRepositoryCreationTemplate)
    .find(({ applied_for }) => (applied_for as string[]).includes(purpose))!;

describe("a registry with replicas", () => {
  it("sends its own images to the account and region of each, and no copies of others'", () => {
    expect(registry.only(EcrReplicationConfiguration).replication_configuration).toEqual({
      rule: [
        {
          destination: [
            { registry_id: "222200002222", region: "eu-central-1" },
            { registry_id: "333300003333", region: "eu-west-1" },
          ],
          repository_filter: [{ filter: "windfleet/", filter_type: "PREFIX_MATCH" }],
        },
      ],
    });
  });

  it("is none where the organisation asks for none", () => {
    expect(platform["ecr-production"]!.all(EcrReplicationConfiguration)).toEqual([]);
  });
});

describe("a replica", () => {
  it("takes the organisation's images from the registry alone, into repositories of their names alone", () => {
    const sending = statementsIn(replica.only(EcrRegistryPolicy).policy).filter(({ Action }) =>
      Action.includes("ecr:ReplicateImage"),
    );

    expect(sending).toEqual([
      {
        Effect: "Allow",
        Principal: { AWS: ["arn:aws:iam::111100001111:root"] },
        Action: ["ecr:CreateRepository", "ecr:ReplicateImage"],
        Resource: ["arn:aws:ecr:eu-west-1:333300003333:repository/windfleet/*"],
      },
    ]);
  });

  it("keeps tags, versions and encryption as the registry does, which ECR copies none of", () => {
    const source = registry.all(EcrRepository).find(({ name }) => name === "windfleet/base")!;
    const template = templateFor("REPLICATION");

    expect(template).toMatchObject({
      prefix: "windfleet",
      image_tag_mutability: source.image_tag_mutability,
      image_tag_mutability_exclusion_filter: source.image_tag_mutability_exclusion_filter,
      encryption_configuration: [{ encryption_type: "KMS", kms_key: "${aws_kms_key.images_key.arn}" }],
    });
    expect(JSON.parse(template.lifecycle_policy as string)).toMatchObject({
      rules: expect.arrayContaining([expect.objectContaining({ description: "Keep 20 releases" })]),
    });
  });

  it("is for its own account, which pulls and changes nothing", () => {
    const statements = ["REPLICATION", "PULL_THROUGH_CACHE"].flatMap((purpose) =>
      statementsIn(templateFor(purpose).repository_policy),
    );

    expect(statements.flatMap(({ Principal }) => Principal!.AWS)).toEqual([
      "arn:aws:iam::333300003333:root",
      "arn:aws:iam::333300003333:root",
    ]);
    expect(statements.flatMap(({ Action }) => Action)).not.toContain("ecr:PutImage");
  });

  it("caches the same registries as the organisation's, so that a first pull needs no other account", () => {
    const cached = (terraform: typeof replica) =>
      terraform.all(EcrPullThroughCacheRule).map(({ ecr_repository_prefix }) => ecr_repository_prefix);

    expect(cached(replica)).toEqual(cached(registry));
  });

  it("scans what it caches, and leaves the organisation's images to the registry", () => {
    const [rule] = replica.only(EcrRegistryScanningConfiguration).rule as {
      repository_filter: { filter: string }[];
    }[];

    expect(rule!.repository_filter.map(({ filter }) => filter)).toEqual([
      "docker.io/*",
      "ghcr.io/*",
      "public.ecr.aws/*",
      "quay.io/*",
      "registry.k8s.io/*",
    ]);
  });

  it("trusts no workflow and signs nothing: images are pushed to the registry", () => {
    expect(replica.all(IamOpenidConnectProvider)).toEqual([]);
    expect(replica.all(KmsKey).map(({ key_usage }) => key_usage)).not.toContain("SIGN_VERIFY");
  });
});

describe("a cluster with a replica", () => {
  const services = fleetPlatform["cluster-services-southwind"]!;
  const release = (name: string) => services.all(Release).find((one) => one.name === name)!;

  it("pulls images of its add-ons from there, and none from the registry", () => {
    const pulled = services
      .all(Release)
      .filter(({ name }) => name !== "image-signatures" && name !== "gatekeeper-constraints")
      .map(({ values }) => JSON.stringify(values))
      .join("\n");

    expect(pulled).toContain(`${SOUTHWIND}/`);
    expect(pulled).not.toContain(`${HUB}/quay.io`);
  });

  it("verifies the organisation's images of the replica and of the registry, without asking KMS", () => {
    const { spec } = valuesOf(release("image-signatures")).objects[0];

    expect(spec.matchImageReferences).toEqual([
      { glob: `${HUB}/windfleet/*` },
      { glob: `${SOUTHWIND}/windfleet/*` },
    ]);
    expect(spec.attestors[0].cosign.key).toEqual({
      data: expect.stringContaining("BEGIN PUBLIC KEY"),
      hashAlgorithm: "sha256",
    });
    const { policy } = services
      .all(IamRolePolicy)
      .find(({ name }) => name === "kyverno-admission-controller")!;
    expect(statementsIn(policy).flatMap(({ Action }) => Action)).toEqual([
      "ecr:BatchGetImage",
      "ecr:GetDownloadUrlForLayer",
      "ecr:GetAuthorizationToken",
    ]);
  });

  it("lets nodes make copies in the replica alone", () => {
    const made = fleetPlatform["cluster-infrastructure-southwind"]!.all(IamRolePolicy)
      .flatMap(({ policy }) => statementsIn(policy))
      .filter(({ Action }) => Action.includes("ecr:CreateRepository"))
      .flatMap(({ Resource }) => Resource);

    expect(made).toContain("arn:aws:ecr:eu-west-1:333300003333:repository/quay.io/*");
    expect(made.filter((arn) => !arn.includes(":333300003333:"))).toEqual([]);
  });

  it("has a neighbour without one that asks KMS and the registry, as before", () => {
    const hub = fleetPlatform["cluster-services-hub"]!;
    const { spec } = valuesOf(hub.all(Release).find(({ name }) => name === "image-signatures")!).objects[0];

    expect(spec.matchImageReferences).toEqual([{ glob: `${HUB}/windfleet/*` }]);
    expect(spec.attestors[0].cosign.key.kms).toBe(
      "awskms:///arn:aws:kms:eu-central-1:111100001111:alias/image-signing",
    );
  });
});
