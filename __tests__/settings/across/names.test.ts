import { describe, expect, it } from "vitest";
import { problemsOf, productionLike, withOneCluster } from "../../support/environments";

const file = withOneCluster(productionLike);
const [cluster] = Object.values(file.clusters);

const problemsOfCluster = (name: string, subdomain?: string) =>
  problemsOf({ ...file, clusters: { [name]: { ...cluster!, subdomain } } });

describe("the name of a cluster", () => {
  it("may have 40 characters", () => {
    expect(problemsOfCluster("the-cluster-of-forty-characters-in-a-row")).toEqual([]);
  });

  it.each(["sthree", "sthree-blue", "amzn-s3-demo"])(
    'is refused as "%s", whose buckets S3 would refuse',
    (name) => {
      expect(problemsOfCluster(name)).toEqual([
        `production clusters.${name}: expected a name that can begin a bucket's, got "${name}"; choose another: names of buckets begin with it, and S3 reserves that beginning`,
      ]);
    },
  );

  it('is refused as "tenants", below which the platform would read secrets of tenants', () => {
    expect(problemsOfCluster("tenants")).toContain(
      "production clusters.tenants: expected a name that is no beginning of tenants' secrets, got \"tenants\"; choose another: the platform reads all secrets whose names begin with the cluster's",
    );
    expect(problemsOfCluster("tenants-blue")).toEqual([]);
  });
});

describe("the subdomain of a cluster", () => {
  const room = 64 - "*..production.govuk.digital".length;

  it("may fill the common name of a certificate", () => {
    expect(problemsOfCluster("govuk", "a".repeat(room))).toEqual([]);
  });

  it("is refused where the common name of a certificate has no room for it", () => {
    const subdomain = "a".repeat(room + 1);

    expect(problemsOfCluster("govuk", subdomain)).toEqual([
      `production clusters.govuk.subdomain: expected ${room} characters at most, got "${subdomain}", which has ${room + 1}; write a shorter one: *.${subdomain}.production.govuk.digital becomes the common name of a certificate, which has 64 characters at most`,
    ]);
  });

  it("is refused where the domain above leaves no room for any", () => {
    const parentZone = `${"z".repeat(50)}.example`;

    expect(problemsOf({ ...file, dns: { ...file.dns, parentZone } })).toEqual([
      `production clusters.govuk.subdomain: expected a label for which there is room, got "eks", which has 3; shorten the environment's name "production" or dns.parentZone: *.eks.production.${parentZone} becomes the common name of a certificate, which has 64 characters at most`,
    ]);
  });
});
