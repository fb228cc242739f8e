import { expect, test } from "vitest";
import { reachTable } from "../../../checks/reach/table";
import { CLUSTER, rule, withRules } from "./inventory-for-tests";

test("a row tells what subjects reach, those that reach the same together", () => {
  const table = reachTable({
    ...withRules([rule(["create"], "batch", ["jobs"])], "shop"),
    accounts: CLUSTER.accounts.filter(({ namespace }) => namespace === "shop"),
    policies: [{ group: "admin", policy: "AmazonEKSClusterAdminPolicy" }],
  });
  expect(table.split("\n").slice(2)).toEqual([
    "| level `developer` | shop | shop | the platform's service accounts: shop/till |",
    "| level `admin` | all | all | everything: administers the cluster |",
    "| service account `shop/default`, `shop/till` | – | – | – |",
  ]);
});
