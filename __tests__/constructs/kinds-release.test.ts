import { Release } from "@cdktf/provider-helm/lib/release";
import { expect, test } from "vitest";
import { installKinds } from "../../src/constructs/kinds-release";
import { Terraform, valuesOf } from "../support/terraform";

const release = Terraform.of((scope) => {
  const chart = { repository: "https://charts.example.org", name: "kinds", version: "1.0.0" };
  installKinds(
    scope,
    chart,
    { keep: true, all: true },
    {
      namespace: "cluster-services",
      values: { all: false },
      chartVersions: { kinds: "1.1.0" },
    },
  );
}).only(Release);

test("waits half a minute for kinds, which have no pod to wait for", () => {
  expect(release.timeout).toBe(30);
});

test("installs kinds at the version of the platform's release, with the environment's values over our own", () => {
  expect(release.version).toBe("1.1.0");
  expect(valuesOf(release)).toMatchObject({ keep: true, all: false });
});
