import { expect, test } from "vitest";
import { kindOf } from "../../../offline/played/constraint-kinds";

const template = (validation: Record<string, never> | { openAPIV3Schema: { type: string } }) => ({
  metadata: { name: "onlyours", uid: "one" },
  spec: { crd: { spec: { names: { kind: "OnlyOurs" }, validation } } },
});

test("makes a kind of constraints from a template, which goes with the template", () => {
  expect(kindOf(template({ openAPIV3Schema: { type: "object" } }))).toMatchObject({
    metadata: {
      name: "onlyours.constraints.gatekeeper.sh",
      ownerReferences: [{ kind: "ConstraintTemplate", name: "onlyours", uid: "one" }],
    },
    spec: {
      names: { kind: "OnlyOurs", plural: "onlyours" },
      versions: [
        {
          schema: {
            openAPIV3Schema: { properties: { spec: { properties: { parameters: { type: "object" } } } } },
          },
        },
      ],
    },
  });
});

test("takes any parameters of a template that says nothing about them", () => {
  expect(JSON.stringify(kindOf(template({})))).toContain(
    '"parameters":{"type":"object","x-kubernetes-preserve-unknown-fields":true}',
  );
});
