import { NamespaceV1 } from "@cdktf/provider-kubernetes/lib/namespace-v1";
import { expect, it } from "vitest";
import { Namespaces } from "../../src/access/namespaces";
import { Terraform } from "../support/terraform";

it("makes each namespace with its labels and annotations", () => {
  const terraform = Terraform.of((scope) => {
    const apps = { labels: { "pod-security.kubernetes.io/enforce": "restricted" }, annotations: { a: "b" } };
    new Namespaces(scope, "namespaces", { namespaces: { apps }, after: [] });
  });

  expect(terraform.only(NamespaceV1).metadata).toEqual({
    name: "apps",
    labels: { "pod-security.kubernetes.io/enforce": "restricted" },
    annotations: { a: "b" },
  });
});
