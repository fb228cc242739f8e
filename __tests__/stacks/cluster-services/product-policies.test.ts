import { describe, expect, it } from "vitest";
import { production } from "../../../src/platform/environments/production";
import { mainCluster } from "../../../src/settings/environment/environment";
import { ofProducts } from "../../../src/stacks/cluster-services/product-policies";
import { defineEnvironment } from "../../../tools/samples/platform";

const cluster = mainCluster(defineEnvironment(production));

const images = {
  policy: "allowed-images",
  action: "deny",
  namespaces: ["apps"],
  parameters: { allowed: [{ namespaces: ["apps"], prefixes: ["elsewhere.example/"] }] },
  exceptions: [],
} as const;

describe("policies on products", () => {
  it("let products run images of the organisation's own registry, and none that a namespace has by its name", () => {
    expect(ofProducts(images, cluster, false)).toEqual([
      {
        policy: "allowed-images",
        name: "allowed-images-products",
        action: "deny",
        namespaceLabel: "govuk.digital/product",
        parameters: {
          allowed: [{ prefixes: ["172025368201.dkr.ecr.eu-west-1.amazonaws.com/github/alphagov/govuk/"] }],
        },
        exceptions: [],
      },
    ]);
  });

  it("are none where a policy is about every namespace already", () => {
    expect(ofProducts({ policy: "no-host-access", action: "deny", exceptions: [] }, cluster, false)).toEqual(
      [],
    );
  });

  it("let products run images of their own registries in accounts of the organisation, where the platform says why", () => {
    const [{ parameters } = {}] = ofProducts(images, cluster, true);

    expect(parameters?.allowed).toContainEqual({
      accounts: expect.arrayContaining(["172025368201"]) as unknown,
    });
  });
});
