import { setTimeout as delay } from "node:timers/promises";
import { asMap, type JsonMap, textOf } from "../../terraform-json/json-map";
import { holds } from "../conditions";
import { type Stage, watched } from "./watched";

const GROUP = "constraints.gatekeeper.sh";

const TEMPLATES = "/apis/templates.gatekeeper.sh/v1/constrainttemplates";
const KINDS = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
const PAUSE_IN_MILLISECONDS = 100;

/** Plays Gatekeeper's controller: each template becomes a kind of constraints, and says so once the server has it. */
export const playConstraintKinds = (stage: Stage): Promise<void> =>
  watched(TEMPLATES, stage, async (template) => {
    if (asMap(template.status).created === true) {
      return;
    }
    const kind = kindOf(template);
    await stage.client.create(KINDS, kind);
    await served(textOf(asMap(kind.metadata).name), stage);
    const name = textOf(asMap(template.metadata).name);
    await stage.client.merge(`${TEMPLATES}/${name}/status`, { status: { created: true } });
  });

/** Waits until the server has a kind. */
async function served(name: string, { client, signal }: Stage): Promise<void> {
  while (!holds("Established", (await client.get(`${KINDS}/${name}`)).body)) {
    await delay(PAUSE_IN_MILLISECONDS, undefined, { signal });
  }
}

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
