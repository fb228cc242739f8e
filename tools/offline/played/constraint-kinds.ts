import { asMap, type JsonMap, textOf } from "../../terraform-json/json-map";
import { type Stage, watched } from "./watched";

const GROUP = "constraints.gatekeeper.sh";

/** Plays Gatekeeper's controller: each template becomes a kind of constraints. */
export const playConstraintKinds = (stage: Stage): Promise<void> =>
  watched("/apis/templates.gatekeeper.sh/v1/constrainttemplates", stage, async (template) => {
    await stage.client.create("/apis/apiextensions.k8s.io/v1/customresourcedefinitions", kindOf(template));
  });

/** Kind of the constraints of a template. It goes with the template. */
export function kindOf({ metadata, spec }: JsonMap): JsonMap {
  const { name, uid = "" } = asMap(metadata);
  const { names, validation } = asMap(asMap(asMap(spec).crd).spec);
  const kind = textOf(asMap(names).kind);
  const plural = kind.toLowerCase();
  const anything = { type: "object", "x-kubernetes-preserve-unknown-fields": true };
  const parameters = asMap(asMap(validation).openAPIV3Schema);
  const schema: JsonMap = {
    type: "object",
    properties: {
      spec: {
        type: "object",
        properties: {
          match: anything,
          enforcementAction: { type: "string" },
          scopedEnforcementActions: { type: "array", items: anything },
          parameters: Object.keys(parameters).length === 0 ? anything : parameters,
        },
      },
      status: anything,
    },
  };
  const version = { name: "v1beta1", served: true, storage: true, subresources: { status: {} } };
  return {
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    metadata: {
      name: `${plural}.${GROUP}`,
      ownerReferences: [
        { apiVersion: "templates.gatekeeper.sh/v1", kind: "ConstraintTemplate", name: name ?? "", uid },
      ],
    },
    spec: {
      group: GROUP,
      names: { kind, plural, singular: plural, listKind: `${kind}List`, categories: ["constraint"] },
      scope: "Cluster",
      versions: [{ ...version, schema: { openAPIV3Schema: schema } }],
    },
  };
}
