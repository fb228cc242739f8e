import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ClientVpnSettings, TeleportSettings } from "../../../../src/settings/cluster/ways-in/schema";
import { portOf } from "../../../../src/settings/cluster/ways-in/teleport";
import { problemsWith } from "../../../support/environments";

const backend = {
  type: "s3",
  bucket: "state-of-production",
  kmsKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/00000000-0000-4000-8000-000000000000",
} as const;

/** Problems of a cluster with these ways in, whose state is no reason for others. */
const problemsOf = (endpointAccess: object, differences: object = {}): readonly string[] =>
  problemsWith({ backend, cluster: { endpointAccess }, ...differences });

const PROVIDER = "arn:aws:iam::123456789012:saml-provider/login";

const vpn = (differences: object = {}): object => ({
  relay: {
    kind: "client-vpn",
    clientCidr: "172.27.0.0/22",
    signIn: { saml: { providerArn: PROVIDER, groups: { developers: "1" } } },
    ...differences,
  } satisfies ClientVpnSettings,
});
const at = "production clusters.govuk.endpointAccess";

describe("ways to the Kubernetes API", () => {
  it("may be a relay alone", () => {
    expect(problemsOf({ relay: { kind: "session-manager" } })).toEqual([]);
    expect(problemsOf(vpn())).toEqual([]);
  });

  it("are refused with a relay beside a public endpoint", () => {
    expect(problemsOf({ public: { cidrs: ["203.0.113.0/24"] }, relay: { kind: "session-manager" } })).toEqual(
      [
        `${at}.public: expected false beside a relay, got callers; leave one of the two out: a relay leads to an API that answers inside the VPC alone`,
      ],
    );
  });

  it.each(["172.27.0.0/23", "172.0.0.0/11"])(
    "are refused with devices in %s, which AWS does not take",
    (cidr) => {
      expect(problemsOf(vpn({ clientCidr: cidr }))).toEqual([
        `${at}.relay.clientCidr: expected a range of /22 to /12, got "${cidr}"; AWS takes no other: half of the addresses are the VPN's own`,
      ]);
    },
  );

  it("are refused with devices that have addresses of the VPC", () => {
    expect(problemsOf(vpn({ clientCidr: "10.13.0.0/20" }))).toEqual([
      `${at}.relay.clientCidr: expected a range outside the VPC (10.13.0.0/16), got "10.13.0.0/20"; AWS refuses devices with addresses of the VPC; take a range such as 172.27.0.0/22`,
    ]);
  });

  it("are refused with a session of a length that AWS does not take", () => {
    expect(problemsOf(vpn({ sessionHours: 9 }))).toEqual([
      `${at}.relay.sessionHours: expected one of 8, 10, 12, 24, got 9; AWS takes no other`,
    ]);
  });

  it("are refused with a sign-in that names no provider and no group", () => {
    expect(problemsOf(vpn({ signIn: { saml: { providerArn: "login", groups: {} } } }))).toEqual([
      `${at}.relay.signIn.saml.providerArn: expected the ARN of a SAML provider in IAM, got "login"; make one of the provider's metadata: aws iam create-saml-provider`,
      `${at}.relay.signIn.saml.groups: expected one group to 33, got 0; write <name>: "<id>" for each group that uses the API`,
    ]);
  });

  it("are refused with groups without a name or an id", () => {
    expect(problemsOf(vpn({ signIn: { saml: { providerArn: PROVIDER, groups: { Dev_1: " " } } } }))).toEqual([
      `${at}.relay.signIn.saml.groups.Dev_1: expected a kebab-case name, got "Dev_1"; the name is part of an address`,
      `${at}.relay.signIn.saml.groups.Dev_1: expected the group's id, got " "; copy it from the provider`,
    ]);
  });

  it("may be a network of the organisation, of a range that is no internet", () => {
    const by = (...cidrs: string[]) => problemsOf({ relay: { kind: "network", cidrs } });

    expect(by("10.40.0.0/16", "100.64.0.0/10")).toEqual([]);
    expect(by()).toEqual([
      `${at}.relay.cidrs: expected one range or more, got none; list the ranges of those who call`,
    ]);
    expect(by("0.0.0.0/0")).toEqual([
      `${at}.relay.cidrs[0]: expected a prefix of 8 or longer, got "0.0.0.0/0"; list narrower ranges`,
    ]);
  });

  it("are refused with an authority that is no certificate in ACM", () => {
    expect(problemsOf(vpn({ signIn: { certificates: { authorityArn: "ca.pem" } } }))).toEqual([
      `${at}.relay.signIn.certificates.authorityArn: expected the ARN of a certificate in ACM, got "ca.pem"; import the authority's certificate: aws acm import-certificate`,
    ]);
  });
});

const teleport = (differences: Partial<TeleportSettings> = {}) => ({
  relay: {
    kind: "teleport",
    proxy: "acme.teleport.sh:443",
    tokenName: "production-govuk",
    ...differences,
  } satisfies TeleportSettings,
});

describe("a relay by Teleport", () => {
  it("names a proxy and a join token", () => {
    expect(problemsOf(teleport())).toEqual([]);
    expect(problemsOf(teleport({ proxy: "teleport.example.org:3080", tokenName: "eks.prod_1" }))).toEqual([]);
  });

  it.each([
    "acme.teleport.sh",
    "https://acme.teleport.sh:443",
    "acme.teleport.sh:443/web",
    "acme.teleport.sh:0",
    "acme.teleport.sh:65536",
    "192.0.2.7:443",
    "teleport:443",
    "",
  ])('is refused with the proxy "%s", which is no host with a port', (proxy) => {
    expect(problemsOf(teleport({ proxy }))).toEqual([
      `${at}.relay.proxy: expected a host and its port, such as "acme.teleport.sh:443", got "${proxy}"; write the address of Teleport's web page without https:// and without a path`,
    ]);
  });

  it.each(["", "a name", "/etc/token", "-token"])(
    'is refused with "%s", which names no token',
    (tokenName) => {
      expect(problemsOf(teleport({ tokenName }))).toEqual([
        `${at}.relay.tokenName: expected the name of a join token of method iam: up to 63 letters, digits, dots, hyphens and underscores, got "${tokenName}"; make a token that names the agent's role, and write its metadata.name; a secret never stands here`,
      ]);
    },
  );

  it("is refused with a token that has the form of a secret, which it does not repeat", () => {
    const [problem] = problemsOf(teleport({ tokenName: "0123456789abcdef0123456789abcdef" }));

    expect(problem).toContain("got 32 hexadecimal digits, the form of a secret");
    expect(problem).not.toContain("0123");
  });

  it("takes every port, and no other text after the host", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 65_535 }), (port) => {
        expect(portOf(`acme.teleport.sh:${port}`)).toBe(port);
        expect(portOf(`acme.teleport.sh:0${port}`)).toBeUndefined();
        expect(portOf(`acme.teleport.sh:${port}/`)).toBeUndefined();
      }),
    );
  });

  it("is refused where no way leads to Teleport", () => {
    expect(problemsOf({}, { cluster: { nat: "none", endpointAccess: teleport() } })).toContain(
      `${at}.relay: expected another, since nat is "none" and the agent calls Teleport's proxy, got "teleport"; set nat to "single", or write a proxy of the cluster`,
    );
  });

  it("has its agent, which no other cluster has", () => {
    const agent = "production clusters.govuk.addons.teleportKubeAgent";

    expect(problemsOf(teleport(), { addons: { teleportKubeAgent: false } })).toEqual([
      `${agent}: expected on, since endpointAccess.relay is "teleport", got false; leave it out, and take a release of the platform that has teleport-kube-agent; or choose another relay`,
    ]);
    expect(problemsWith({ addons: { teleportKubeAgent: {} } })).toEqual([
      `${agent}: expected false, since endpointAccess.relay is no "teleport", got on; leave it out, or write endpointAccess: { relay: { kind: "teleport", … } }`,
    ]);
  });
});

const DIGEST = `sha256:${"0".repeat(64)}`;
const agents = (differences: object = {}): object => ({
  image: `docker.io/hashicorp/tfc-agent:latest@${DIGEST}`,
  tokenSecret: "govuk/terraform-agents",
  ...differences,
});

/** Problems of a cluster whose runs happen at HCP Terraform. */
const problemsAtHcp = (endpointAccess: object): readonly string[] =>
  problemsWith({ cluster: { endpointAccess } });

describe("agents of HCP Terraform", () => {
  it("reach an API inside the VPC, with a relay for people and without", () => {
    expect(problemsAtHcp({ public: false, agents: agents() })).toEqual([]);
    expect(problemsAtHcp({ relay: { kind: "session-manager" }, agents: agents() })).toEqual([]);
    expect(problemsAtHcp({ relay: { kind: "session-manager" } })).toHaveLength(1);
  });

  it("may stand beside callers from the internet", () => {
    expect(problemsAtHcp({ public: { cidrs: ["203.0.113.0/24"] }, agents: agents() })).toEqual([]);
  });

  it("are refused where HCP Terraform runs nothing", () => {
    expect(problemsOf({ public: false, agents: agents() })).toEqual([
      `${at}.agents: expected none with backend "s3" or "local", got agents; leave them out: HCP Terraform runs nothing`,
    ]);
  });

  it.each(["hashicorp/tfc-agent", "docker.io/hashicorp/tfc-agent:latest", ""])(
    'are refused with the image "%s", which may change or has no host',
    (image) => {
      expect(problemsAtHcp({ public: false, agents: agents({ image }) })).toEqual([
        `${at}.agents.image: expected an image with its host and digest, <host>/hashicorp/tfc-agent:<release>@sha256:…, got "${image}"; they run with the rights of Terraform: copy the digest of the release`,
      ]);
    },
  );

  it.each([0, 1.5, 21])("are refused with %d of them", (count) => {
    expect(problemsAtHcp({ public: false, agents: agents({ count }) })).toEqual([
      `${at}.agents.count: expected a whole number from 1 to 20, got ${count}; leave it out for two`,
    ]);
  });

  it("are refused with a token that their role may not read", () => {
    expect(problemsAtHcp({ public: false, agents: agents({ tokenSecret: "token" }) })).toEqual([
      `${at}.agents.tokenSecret: expected a name that begins with govuk/, got "token"; the boundary of roles lets none read other secrets`,
    ]);
  });

  it("are refused without a way to HCP Terraform", () => {
    expect(
      problemsWith({ cluster: { nat: "none", endpointAccess: { public: false, agents: agents() } } }),
    ).toContain(
      `${at}.agents: expected none, since nat is "none" and agents call HCP Terraform, got agents; set nat to "single"`,
    );
  });
});
