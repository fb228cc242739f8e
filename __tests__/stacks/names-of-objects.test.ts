import { expect, it } from "vitest";
import { organisation as organisationSettings } from "../../src/platform/organisation";
import { defineEnvironment } from "../../src/settings/define/environments";
import { defineOrganisation } from "../../src/settings/define/organisation";
import { tenants } from "../support/organisation";
import { noAccess, productionLike, withOneCluster } from "../support/environments";
import { testApp } from "../support/app";
import { addStacks } from "../../src/stacks";

/** The one DNS label that every object of JavaScript answers to. */
const NAME = "constructor";

const tier = (third: number) =>
  Object.fromEntries(["a", "b", "c"].map((zone, index) => [zone, `10.13.${third + index}.0/24`]));

it("takes any DNS label for clusters and node groups, also one that every object answers to", () => {
  const environment = defineEnvironment(
    {
      ...withOneCluster(productionLike),
      clusters: {
        govuk: { access: noAccess, main: true },
        [NAME]: {
          access: noAccess,
          subnets: { controlPlane: tier(120), public: tier(123), private: tier(126) },
          nodeGroups: { [NAME]: {} },
        },
      },
    },
    defineOrganisation(organisationSettings),
  );
  const app = testApp();
  addStacks(app, [environment], tenants);

  expect(app.node.children.map(({ node }) => node.id)).toContain(`cluster-services-production-${NAME}`);
});
