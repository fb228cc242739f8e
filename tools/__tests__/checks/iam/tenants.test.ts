import { beforeAll, describe, expect, it } from "vitest";
import { platform as settings } from "../../../../examples/river-authority";
import { synthesisePlatform } from "../../../../__tests__/support/synthesise";
import { tenantCacheName, tenantDomainName } from "../../../../src/names/tenant-resource-names";
import { definePlatform } from "../../../../src/settings/define-platform";
import { parseProduct } from "../../../../src/settings/products/product-file";
import { iamOf, type EnvironmentIam } from "../../../checks/iam/inspect";
import type { Role } from "../../../checks/iam/roles";
import { decide } from "../../../checks/iam/simulation";
import { databaseId, distributionId } from "../../../checks/iam/values";

const ENVIRONMENTS = ["a", "a-b", "ab", "b"];

/** File of a product whose namespaces have names of which one begins another. */
const TEXT = `product: tide
owner: { team: maps, email: maps@example.org, channel: "#maps", source: river-authority/tide }
environments:
${ENVIRONMENTS.map(
  (name) => `  ${name}:
    cluster: live
    access: []
    serviceAccounts: [web, idle]
    resources:
      queue: { work: { usedBy: [web] }, b-work: { usedBy: [web] } }
      topic: { news: { usedBy: [web] } }
      bucket: { files: { usedBy: [web] } }
      table: { items: { usedBy: [web], partitionKey: { name: id, type: string } } }
      postgres:
        main: { usedBy: [web], version: 17 }
        more: { usedBy: [web], version: 17, aurora: {} }
      mysql: { main: { usedBy: [web], version: 8.4 } }
      redis: { main: { usedBy: [web], version: 8.1 } }
      search: { main: { usedBy: [web], version: 3.5 } }
      zone: { own: { domain: ${name}.maps.example } }
      cdn: { site: { usedBy: [web], zone: own, hosts: [www.${name}.maps.example], origin: { bucket: files } } }
`,
).join("")}`;

const platform = definePlatform({
  ...settings,
  products: {
    teams: {
      ...settings.products!.teams,
      maps: { ...settings.products!.teams.maps!, domains: ["maps.example"] },
    },
    live: ["live"],
    files: [parseProduct("tenants/maps/tide.yaml", "maps", TEXT)],
  },
});

const ACCOUNT = "444455556666";
const PLACE = `eu-central-1:${ACCOUNT}`;

/** Tags of a distribution, which are those of every tenant's stack. */
const tags = (action: string): Record<string, string> => {
  const { deployment, environment } = platform.environments[0]!.organisation.tagNames;
  return action.startsWith("cloudfront:")
    ? { [`aws:ResourceTag/${deployment}`]: "tenant", [`aws:ResourceTag/${environment}`]: "live" }
    : {};
};

/** Use of each kind of resource, as one of its actions and the resource's ARN. */
const usesOf = (environment: string): readonly (readonly [string, string])[] => {
  const name = `tenant-live--tide-${environment}-`;
  const place = { cluster: "live", namespace: `tide-${environment}` };
  const cache = tenantCacheName(place, "main");
  return [
    ["sqs:ReceiveMessage", `arn:aws:sqs:${PLACE}:${name}-work`],
    ["sqs:SendMessage", `arn:aws:sqs:${PLACE}:${name}-b-work`],
    ["sqs:DeleteMessage", `arn:aws:sqs:${PLACE}:${name}-work--dead-letters`],
    ["sns:Publish", `arn:aws:sns:${PLACE}:${name}-news`],
    ["s3:ListBucket", `arn:aws:s3:::${name}-files-${ACCOUNT}`],
    ["s3:PutObject", `arn:aws:s3:::${name}-files-${ACCOUNT}/file`],
    [
      "cloudfront:CreateInvalidation",
      `arn:aws:cloudfront::${ACCOUNT}:distribution/${distributionId(`tenant-live-tide-${environment} own_cdn-site_distribution`)}`,
    ],
    ["dynamodb:PutItem", `arn:aws:dynamodb:${PLACE}:table/${name}-items`],
    ["es:ESHttpPut", `arn:aws:es:${PLACE}:domain/${tenantDomainName(place, "main")}/tides`],
    ["elasticache:Connect", `arn:aws:elasticache:${PLACE}:replicationgroup:${cache}`],
    ["elasticache:Connect", `arn:aws:elasticache:${PLACE}:user:${cache}`],
    ...["postgres-main_instance", "postgres-more_cluster", "mysql-main_instance"].map(
      (id) =>
        [
          "rds-db:connect",
          `arn:aws:rds-db:${PLACE}:dbuser:${databaseId(`tenant-live-tide-${environment} own_${id}`)}/tenant_app`,
        ] as const,
    ),
  ];
};

describe("roles of tenants' service accounts", () => {
  let iam: EnvironmentIam;
  let answers: Record<string, string[]>;

  beforeAll(async () => {
    const stacks = Object.entries(synthesisePlatform(platform)).map(([id, { json }]) => ({
      id,
      json,
      folder: "",
    }));
    const environments = platform.environments.filter(({ name }) => name === "live");
    [iam] = iamOf(
      stacks.filter(({ id }) => !id.includes("-dev")),
      environments,
    ) as [EnvironmentIam];
    answers = Object.fromEntries(
      await Promise.all(iam.roles.filter(isAccount).map(async (role) => [role.name, await allowedTo(role)])),
    ) as Record<string, string[]>;
  });

  const isAccount = ({ name }: Role) => name.startsWith("tenant-tide-") && name.endsWith("--river");

  const allowedTo = async (role: Role): Promise<string[]> => {
    const decided = await Promise.all(
      ENVIRONMENTS.flatMap(usesOf).map(([action, on]) =>
        decide(
          {
            role,
            policies: iam.policies,
            account: ACCOUNT,
            region: "eu-central-1",
            managedPolicies: {},
            resourcePolicies: {},
          },
          {
            actions: [action],
            on,
            // AWS states the account of every resource.
            when: action.startsWith("s3:") ? { "aws:ResourceAccount": ACCOUNT } : tags(action),
          },
        ),
      ),
    );
    return decided.flat().flatMap(({ request, allowed }) => (allowed ? [request.split(" with ")[0]!] : []));
  };

  it("use every resource of their own namespace and none of another, though one name begins another", () => {
    for (const environment of ENVIRONMENTS) {
      expect(answers[`tenant-tide-${environment}--web--river`]).toEqual(
        usesOf(environment).map(([action, on]) => `${action} on ${on}`),
      );
    }
  });

  it("use nothing where no resource names the account", () => {
    for (const environment of ENVIRONMENTS) {
      expect(answers[`tenant-tide-${environment}--idle--river`]).toEqual([]);
    }
  });

  it("decrypt by the key of their own namespace alone", () => {
    const keys = iam.roles
      .filter(isAccount)
      .flatMap(({ policies }) =>
        Object.values(policies).flatMap((text) => text.match(/arn:aws:kms:[^"]+/g) ?? []),
      );

    expect(keys).toHaveLength(ENVIRONMENTS.length);
    expect(new Set(keys).size).toBe(ENVIRONMENTS.length);
  });

  it("are bounded by the policy about things of tenants", () => {
    const boundaries = new Set(iam.roles.filter(isAccount).map(({ boundary }) => boundary));

    expect([...boundaries]).toEqual([`arn:aws:iam::${ACCOUNT}:policy/platform-tenants_live`]);
    expect(iam.policies).toHaveProperty([...boundaries]);
  });
});
