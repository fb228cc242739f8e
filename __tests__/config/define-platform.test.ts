import { describe, expect, it } from "vitest";
import { definePlatform } from "../../src/config/define-platform";
import { application, smallTenants } from "../support/tenants";
import { productionLike } from "../support/environments";

describe("definePlatform", () => {
  it("takes environments and tenants that are right", () => {
    const { environments, tenants } = definePlatform({
      environments: [productionLike],
      tenants: smallTenants,
    });

    expect(environments.map(({ name }) => name)).toEqual(["production"]);
    expect(tenants).toEqual(smallTenants);
  });

  it("reports the problems of both in one error", () => {
    const define = () =>
      definePlatform({
        environments: [{ ...productionLike, secretsRecoveryDays: 3 }],
        tenants: { ...smallTenants, applications: [{ ...application, team: "hmrc" }] },
      });

    expect(define).toThrow(/^2 problems in the configuration:\n {2}- production secretsRecoveryDays: /);
    expect(define).toThrow(/\n {2}- tenants applications\.search-api\.team: /);
  });
});
