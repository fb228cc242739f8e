import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearestRegistry, ownImagesFor } from "../../../src/settings/organisation/container-registry";
import { environmentNames } from "../../../src/settings/organisation/environment-names";
import { organisation, registry } from "../../support/organisation";

const { accounts, containerRegistry } = organisation;
const others = environmentNames(organisation).filter((name) => name !== registry.environment);

/** Environment of an organisation whose registry has replicas in these. */
const environment = (name: string, region: string, replicas: readonly string[]) => ({
  name,
  region,
  organisation: {
    accounts,
    containerRegistry: containerRegistry && {
      ...containerRegistry,
      replication: replicas.length > 0 && { environments: replicas, publicKey: "" },
    },
  },
});

const PLACES = fc.record({
  name: fc.constantFrom(...others, registry.environment, "eph-a1"),
  region: fc.constantFrom("eu-west-1", "eu-central-1", "us-east-1"),
  replicas: fc.subarray(others),
});

describe("the registry that clusters pull from", () => {
  it("is in their own account and region where their environment has a replica, else the organisation's", () => {
    fc.assert(
      fc.property(PLACES, ({ name, region, replicas }) => {
        const nearest = nearestRegistry(environment(name, region, replicas));

        expect(nearest && nearest.host).toBe(
          replicas.includes(name) ? `${accounts[name]}.dkr.ecr.${region}.amazonaws.com` : registry.host,
        );
      }),
    );
  });

  it("caches the same hosts wherever it is, each in a repository of its own place", () => {
    fc.assert(
      fc.property(PLACES, ({ name, region, replicas }) => {
        const nearest = nearestRegistry(environment(name, region, replicas));
        const { host, cachedRegistries } = nearest as Exclude<typeof nearest, false>;

        expect(Object.keys(cachedRegistries)).toEqual(Object.keys(registry.cachedRegistries));
        expect(Object.values(cachedRegistries).every((cache) => cache.startsWith(`${host}/`))).toBe(true);
      }),
    );
  });

  it("never takes the organisation's own registry from the images that may run", () => {
    fc.assert(
      fc.property(PLACES, ({ name, region, replicas }) => {
        const own = ownImagesFor(environment(name, region, replicas));

        expect(own[0]).toBe(`${registry.host}/${registry.prefix}`);
        expect(own).toHaveLength(replicas.includes(name) ? 2 : 1);
      }),
    );
  });
});
