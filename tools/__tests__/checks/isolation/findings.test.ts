import { describe, expect, it } from "vitest";
import { productFile } from "../../../../__tests__/support/tenant-stacks";
import { platform as settings } from "../../../../examples/river-authority";
import {
  tenantCacheName,
  tenantDatabaseName,
  tenantDomainName,
} from "../../../../src/names/tenant-resource-names";
import { definePlatform } from "../../../../src/settings/define-platform";
import { isolationOf } from "../../../checks/isolation/findings";
import { type TenantStackJson, tenantStacks } from "../../../samples/tenant-stacks";

const DOMAIN = "maps.river-authority.example";

/** Resources of a namespace, one of each kind. */
const resourcesOf = (name: string): string =>
  [
    "queue: { work: {} }, topic: { news: {} }, bucket: { files: {} }, secret: { token: {} }",
    "table: { items: { partitionKey: { name: id, type: string } } }",
    "postgres: { data: { version: 17 }, wide: { version: 17, aurora: { maxCapacity: 4 } } }",
    "mysql: { data: { version: 8.4 } }, redis: { data: { version: 8.1 } }, search: { data: { version: 3.5 } }",
    `zone: { tides: { domain: ${name}.${DOMAIN} } }`,
    `certificate: { tides: { zone: tides, domain: ${name}.${DOMAIN} } }`,
    `cdn: { tides: { zone: tides, hosts: [www.${name}.${DOMAIN}], origin: { bucket: files }, firewall: {} } }`,
  ].join(", ");

/** Products of which one's name begins another's namespace's. */
const stacks = tenantStacks(
  definePlatform({
    ...settings,
    products: {
      teams: { ...settings.products!.teams, maps: { ...settings.products!.teams.maps!, domains: [DOMAIN] } },
      live: ["live"],
      files: [
        productFile("tide", {
          a: `cluster: live, serviceAccounts: [web], resources: { ${resourcesOf("a")} }`,
          ab: `cluster: live, serviceAccounts: [web], resources: { ${resourcesOf("ab")} }`,
          c: "cluster: live, serviceAccounts: [web], resources: { bucket: { files: { shares: [tide/d] } } }",
          d: "cluster: live, serviceAccounts: [web], imports: { bucket: { files: { tenant: tide/c } } }",
        }),
      ],
    },
  }),
);

/** Findings after a replacement in the JSON of one tenant's stack. */
const findingsWith = (ref: string, from: string | RegExp, to: string): readonly string[] => {
  const changed = stacks.map((each): TenantStackJson => {
    if (each.tenant.ref !== ref) {
      return each;
    }
    const before = JSON.stringify(each.json);
    const after = before.replace(from, to);
    expect(after).not.toBe(before);
    return { ...each, json: JSON.parse(after) as TenantStackJson["json"] };
  });
  return isolationOf(changed).findings;
};

/** Place of a namespace of the product. */
const placeOf = (environment: string) => ({ cluster: "live", namespace: `tide-${environment}` });

describe("the isolation of tenants", () => {
  it("holds where each names its own and what is shared with it", () => {
    const { names, findings } = isolationOf(stacks);

    expect(findings).toEqual([]);
    expect(names).toBeGreaterThan(40);
  });

  it.each([
    [
      "queue",
      "arn:aws:sqs:eu-central-1:444455556666:tenant-live--tide-a--work",
      "sqs:tenant-live--tide-ab--work",
    ],
    [
      "topic",
      "arn:aws:sns:eu-central-1:444455556666:tenant-live--tide-a--news",
      "sns:tenant-live--tide-ab--news",
    ],
    [
      "bucket",
      "arn:aws:s3:::tenant-live--tide-a--files-444455556666",
      "s3:tenant-live--tide-ab--files-444455556666",
    ],
    [
      "table",
      "arn:aws:dynamodb:eu-central-1:444455556666:table/tenant-live--tide-a--items",
      "dynamodb:table/tenant-live--tide-ab--items",
    ],
  ])("ends where a policy names the %s of a namespace whose name begins alike", (_, own, other) => {
    expect(findingsWith("tide/a", own, own.replace("--tide-a--", "--tide-ab--"))).toEqual([
      `tide/a: expected its own or what is shared with it, got ${other} of tide/ab`,
    ]);
  });

  it.each([
    ["database", "postgres"],
    ["database of MySQL", "mysql"],
  ] as const)("ends where an alarm or a policy names the %s of another", (_, kind) => {
    const [own, other] = [placeOf("a"), placeOf("ab")].map((place) =>
      tenantDatabaseName(place, kind, "data"),
    );

    expect(findingsWith("tide/a", `"DBInstanceIdentifier":"${own!}"`, `"of":"${other!}-1"`)).toEqual([
      `tide/a: expected its own or what is shared with it, got hashed:${other!} of tide/ab`,
    ]);
    expect(
      findingsWith("tide/a", `"${own!}"`, `"arn:aws:rds:eu-central-1:444455556666:db:${other!}"`),
    ).toContain(`tide/a: expected its own or what is shared with it, got rds:db:${other!} of tide/ab`);
  });

  it.each([
    ["cache", "replicationgroup:", "elasticache:replicationgroup:", tenantCacheName],
    ["user of the cache", "user:", "elasticache:user:", tenantCacheName],
    ["search domain", "domain/", "es:domain/", tenantDomainName],
  ])("ends where a role's policy names the %s of another", (_, before, named, nameOf) => {
    const [own, other] = [placeOf("a"), placeOf("ab")].map((place) => nameOf(place, "data"));

    expect(
      findingsWith("tide/a", `444455556666:${before}${own!}`, `444455556666:${before}${other!}`),
    ).toEqual(
      expect.arrayContaining([
        `tide/a: expected its own or what is shared with it, got ${named}${other!} of tide/ab`,
      ]) as unknown,
    );
  });

  it.each([
    ["the one that AWS named", "db-ABCDEFGHIJKL"],
    ["every one of the account", "*"],
  ])("ends where a role signs in to a database of another: %s", (_, id) => {
    expect(findingsWith("tide/a", /dbuser:\$\{aws_db_instance\.[^}]*\}/, `dbuser:${id}`)).toEqual([
      `tide/a: expected a reference to its own, got rds-db:dbuser:${id}/tenant_app`,
    ]);
  });

  it("ends where a role reads the password of another database's master", () => {
    const secret = "arn:aws:secretsmanager:eu-central-1:444455556666:secret:rds!db-1a2b-x";

    expect(
      findingsWith("tide/a", /\$\{aws_db_instance\.[^}]*master_user_secret\[0\]\.secret_arn\}/, secret),
    ).toEqual(["tide/a: expected a reference to its own, got secretsmanager:secret:rds!db-1a2b-x"]);
  });

  it("ends where a record is in the zone of another", () => {
    expect(
      findingsWith(
        "tide/a",
        /"zone_id":"\$\{aws_route53_zone\.[^}]*\}"/,
        '"zone_id":"Z0123456789ABCDEFGHIJ"',
      ),
    ).toEqual([
      "tide/a: aws_route53_record.own_zone-tides_authorities_record.zone_id: expected a reference to its own, got Z0123456789ABCDEFGHIJ",
    ]);
  });

  it.each(["route53:::hostedzone/Z0123456789ABCDEFGHIJ", "acm:eu-central-1:444455556666:certificate/1a2b"])(
    "ends where a policy names a zone or a certificate by what AWS called it: %s",
    (named) => {
      const [service, name] = [named.split(":")[0]!, named.split(":").at(-1)!];

      expect(findingsWith("tide/a", /\$\{aws_acm_certificate\.[^}]*\.arn\}/, `arn:aws:${named}`)).toContain(
        `tide/a: expected a reference to its own, got ${service}:${name}`,
      );
    },
  );

  it("ends where a role may sign in everywhere", () => {
    expect(findingsWith("tide/a", /arn:aws:rds-db:[^"\\]*/, "*")).toEqual([
      "tide/a: aws_iam_role_policy.own_account-web_role_permissions: expected names for rds-db:connect, got everything",
    ]);
  });

  it("ends where a pattern stands for names", () => {
    expect(
      findingsWith("tide/a", "444455556666:tenant-live--tide-a--work", "444455556666:tenant-live--tide-a*"),
    ).toEqual(["tide/a: expected names in full, got sqs:tenant-live--tide-a*"]);
  });

  it("takes the beginning of what a namespace makes itself, and no other one", () => {
    const own = "table/tenant-dev--tide-e---*";
    const withTables = tenantStacks(
      definePlatform({
        ...settings,
        products: {
          ...settings.products!,
          live: ["live"],
          files: [
            productFile("tide", { e: "cluster: dev, serviceAccounts: [web], selfService: { tables: {} }" }),
          ],
        },
      }),
    );
    const findings = (beginning: string) =>
      isolationOf(
        withTables.map((each) => ({
          ...each,
          json: JSON.parse(JSON.stringify(each.json).replaceAll(own, beginning)) as TenantStackJson["json"],
        })),
      ).findings;

    expect(JSON.stringify(withTables)).toContain(own);
    expect(findings(own)).toEqual([]);
    for (const foreign of [
      "table/tenant-dev--tide-f---*",
      "table/tenant-dev--tide-e--*",
      "table/tenant-dev--*",
    ]) {
      expect(findings(foreign)).toEqual([`tide/e: expected names in full, got dynamodb:${foreign}`]);
    }
  });

  it("ends where a store reads secrets of another", () => {
    expect(findingsWith("tide/a", "secret:tenants/live/tide-a/*", "secret:tenants/live/tide-ab/*")).toEqual([
      "tide/a: expected secrets below tenants/live/tide-a/, got secretsmanager:secret:tenants/live/tide-ab/*",
    ]);
  });

  it("ends where a share is gone that the other still uses", () => {
    const unshared = stacks.map((each) =>
      each.tenant.ref === "tide/c"
        ? {
            ...each,
            tenant: {
              ...each.tenant,
              settings: { ...each.tenant.settings, resources: { bucket: { files: {} } } },
            },
          }
        : each,
    );

    expect(isolationOf(unshared).findings).toEqual([
      "tide/d: expected its own or what is shared with it, got s3:tenant-live--tide-c--files-444455556666 of tide/c",
      "tide/d: expected its own or what is shared with it, got alias/tenant-live--tide-c of tide/c",
    ]);
  });

  it("ends where a role may use every key", () => {
    expect(findingsWith("tide/d", "kms:ResourceAliases", "kms:Nothing")).toEqual([
      "tide/d: aws_iam_role_policy.own_account-web_role_permissions: expected keys by their aliases, got every key",
    ]);
  });

  it.each([
    [
      "record",
      '"name":"www.a.maps',
      "aws_route53_record.own_cdn-tides_record-www-a-maps-river-authority-example-a",
    ],
    ["certificate", '"domain_name":"www.a.maps', "aws_acm_certificate.own_cdn-tides_certificate"],
    ["distribution", '"aliases":["www.a.maps', "aws_cloudfront_distribution.own_cdn-tides_distribution"],
  ])("ends where a %s is for a name in the zone of another", (_, own, address) => {
    const host = `www.ab.${DOMAIN}`;

    expect(findingsWith("tide/a", own, own.replace("www.a.", "www.ab."))).toEqual([
      `tide/a: ${address}: expected names of its own zones, got ${host}, in that of tide/ab`,
    ]);
  });

  it("goes on where a record delegates a zone to its owner", () => {
    expect(
      findingsWith("tide/a", `"name":"www.a.${DOMAIN}","type":"AAAA"`, `"name":"ab.${DOMAIN}","type":"NS"`),
    ).toEqual([]);
  });

  it("ends where a distribution, its firewall or its logs are another's", () => {
    const arn = "arn:aws:cloudfront::444455556666:distribution/E1ABCDEFGHIJKL";

    expect(findingsWith("tide/a", /\$\{aws_cloudfront_distribution\.[^}]*\.arn\}/g, arn)).toEqual(
      expect.arrayContaining([
        "tide/a: expected a reference to its own, got cloudfront:distribution/E1ABCDEFGHIJKL",
        `tide/a: aws_cloudwatch_log_delivery_source.own_cdn-tides_logs_source.resource_arn: expected a reference to its own, got ${arn}`,
      ]) as unknown,
    );
    expect(findingsWith("tide/a", /"\$\{aws_wafv2_web_acl\.[^}]*\}"/, '"arn:aws:wafv2:of:another"')).toEqual([
      "tide/a: aws_cloudfront_distribution.own_cdn-tides_distribution.web_acl_id: expected a reference to its own, got arn:aws:wafv2:of:another",
    ]);
    expect(
      findingsWith(
        "tide/a",
        "delivery-source:tenant-live--tide-a--",
        "delivery-source:tenant-live--tide-ab--",
      ),
    ).toEqual([
      "tide/a: expected its own or what is shared with it, got logs:delivery-source:tenant-live--tide-ab--tides of tide/ab",
    ]);
  });

  it("ends where a role may empty every distribution", () => {
    expect(
      findingsWith(
        "tide/a",
        /(CreateInvalidation.*?)\$\{aws_cloudfront_distribution\.[^}]*\.arn\}/,
        "$1arn:aws:cloudfront::444455556666:distribution/*",
      ),
    ).toEqual([
      "tide/a: aws_iam_role_policy.own_account-web_role_permissions: expected a distribution of its own, got every distribution",
    ]);
  });
});
