import { expect, it } from "vitest";
import { objectsOf, productFile, stacksOf } from "../support/tenant-stacks";

const stackWith = (name: string, more: string) =>
  stacksOf(
    productFile("tide", {
      live: `cluster: live, serviceAccounts: [web], resources: { queue: { work: { subscriptions: [{ topic: ${name} }] } }, topic: { ${name}: { ${more} } } }`,
    }),
  )["tenant-live-tide-live"]!;

it("leaves a resource that the file gives another name as it is in AWS and in Terraform", () => {
  const [before, after] = [stackWith("news", ""), stackWith("tidings", "renamedFrom: news")];
  const { helm_release: own, ...others } = before.json.resource;
  const { helm_release: release, ...same } = after.json.resource;

  expect(same).toEqual(others);
  expect(release).not.toEqual(own);
  expect(objectsOf(after).find(({ kind }) => kind === "ConfigMap")!.data).toMatchObject({
    TOPIC_TIDINGS_ARN: "arn:aws:sns:eu-central-1:444455556666:tenant-live--tide-live--news",
  });
});

it("leaves a database that the file gives another name as it is in AWS and in Terraform", () => {
  const [before, after] = ["tides: { version: 17 }", "levels: { version: 17, renamedFrom: tides }"].map(
    (postgres) =>
      stacksOf(
        productFile("tide", {
          live: `cluster: live, serviceAccounts: [web], resources: { postgres: { ${postgres} } }`,
        }),
      )["tenant-live-tide-live"]!.json.resource,
  );

  expect({ ...after, helm_release: {} }).toEqual({ ...before, helm_release: {} });
});
