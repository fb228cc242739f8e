import { describe, expect, it } from "vitest";
import { problemsWith } from "../../../support/environments";

const problemsOfCluster = (cluster: object) => problemsWith({ cluster });

describe("the cluster", () => {
  it.each(["1.36.2", "v1.36", "1", "latest", ""])(
    'is refused with Kubernetes "%s", which is no minor',
    (version) => {
      expect(problemsOfCluster({ version })).toEqual([
        `production clusters.govuk.version: expected a minor version such as "1.36", got "${version}"; EKS chooses the patch itself`,
      ]);
    },
  );

  it("is refused with a minor that EKS does not offer", () => {
    expect(
      problemsOfCluster({ version: "1.99", eksAddons: { "kube-proxy": { version: "v1.99.0-eksbuild.1" } } }),
    ).toEqual([
      'production clusters.govuk.version: expected one of 1.31, 1.32, 1.33, 1.34, 1.35, 1.36, got "1.99"; a minor that EKS has begun to offer is added in src/settings/cluster/kubernetes-versions.ts',
    ]);
  });

  it("is refused with logs kept for a time that CloudWatch does not take", () => {
    expect(problemsOfCluster({ logRetentionDays: 730 })).toEqual([
      "production clusters.govuk.logRetentionDays: expected one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653, got 730; CloudWatch takes no other",
    ]);
  });

  it("is refused with an API that HCP Terraform cannot reach, with four ways out", () => {
    expect(problemsOfCluster({ endpointAccess: { public: false } })).toEqual([
      "production clusters.govuk.endpointAccess.public: expected callers, since app.terraform.io applies from the internet, got false; write agents, which run Terraform inside the VPC; or list in cidrs who may call, or write everyAddress with the reason; or set backend to s3 and apply from inside the VPC; or set backend.hostname to a Terraform Enterprise inside it",
    ]);
  });

  it("may have a private API for a Terraform Enterprise", () => {
    expect(
      problemsWith({
        backend: { type: "cloud", organization: "govuk", project: "p", hostname: "tfe.example.org" },
        cluster: { endpointAccess: { public: false } },
      }),
    ).toEqual([]);
  });

  it.each([
    [40, []],
    [
      41,
      [
        "production clusters.govuk.endpointAccess.public.cidrs: expected 40 ranges at most, got 41; join neighbours to larger ranges, or let callers come through one address",
      ],
    ],
  ])("takes 40 public ranges at most, and so %i as it should", (count, problems) => {
    const cidrs = Array.from({ length: count }, (_, index) => `203.0.113.${index}/32`);
    expect(problemsOfCluster({ endpointAccess: { public: { cidrs } } })).toEqual(problems);
  });

  it.each(["10.1.0.0/16", "172.20.0.0/14", "192.168.0.0/16", "100.64.0.0/16"])(
    "is refused with %s among the callers from the internet",
    (cidr) => {
      expect(problemsOfCluster({ endpointAccess: { public: { cidrs: [cidr] } } })).toEqual([
        `production clusters.govuk.endpointAccess.public.cidrs[0]: expected addresses of the internet, got "${cidr}"; callers inside the VPC need no entry; remove it`,
      ]);
    },
  );

  it.each(["0.0.0.0/0", "0.0.0.0/1", "128.0.0.0/1"])(
    "is refused with %s, which has a reason or is narrower",
    (cidr) => {
      expect(problemsOfCluster({ endpointAccess: { public: { cidrs: [cidr] } } })).toEqual([
        `production clusters.govuk.endpointAccess.public.cidrs[0]: expected a prefix of 8 or longer, got "${cidr}"; list narrower ranges, or write everyAddress: { reason: "…" }`,
      ]);
    },
  );

  it("is refused with a public range that is no network", () => {
    expect(
      problemsOfCluster({ endpointAccess: { public: { cidrs: ["8.0.0.0/8", "203.0.113.5"] } } }),
    ).toEqual([
      'production clusters.govuk.endpointAccess.public.cidrs[1]: expected an IPv4 CIDR such as "10.1.0.0/16", got "203.0.113.5"; write four numbers, a slash and the prefix length',
    ]);
  });

  it("is refused with a public API that admits no address, or every address without a reason", () => {
    expect(problemsOfCluster({ endpointAccess: { public: { cidrs: [] } } })).toEqual([
      "production clusters.govuk.endpointAccess.public.cidrs: expected one range or more, got none; list the addresses of those who may call",
    ]);
    expect(problemsOfCluster({ endpointAccess: { public: { everyAddress: { reason: "-" } } } })).toEqual([
      'production clusters.govuk.endpointAccess.public.everyAddress.reason: expected a sentence, got "-"; say why callers have no addresses that can be listed',
    ]);
  });

  it.each(["GOVUK", "gov_uk", "govuk-", ""])('is not called "%s"', (name) => {
    expect(problemsOfCluster({ name })).toEqual([
      expect.stringContaining(
        `: expected a kebab-case name, got "${name}"; use lower-case letters, digits and single hyphens`,
      ),
    ]);
  });

  it("is refused with a name of more than 40 characters", () => {
    expect(problemsOfCluster({ name: "a".repeat(41) })).toEqual([
      `production clusters.${"a".repeat(41)}: expected 40 characters at most, got "${"a".repeat(41)}", which has 41; shorten it: names of IAM roles, which may have 64, contain it`,
    ]);
  });

  it("may have a name that just fits its roles", () => {
    expect(problemsOfCluster({ name: "govuk-ephemeral-1" })).toEqual([]);
  });
});

it.each(["sessionManager", "instanceMetadata"])("opens %s for a reason alone", (name) => {
  expect(problemsOfCluster({ [name]: { reason: "Engineers without the API look at nodes." } })).toEqual([]);
  expect(problemsOfCluster({ [name]: { reason: " " } })).toEqual([
    `production clusters.govuk.${name}.reason: expected a sentence, got " "; say who or what needs it, or write false`,
  ]);
});
