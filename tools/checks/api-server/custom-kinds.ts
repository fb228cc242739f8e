import { type Answer, type ObjectClient, refusalOf } from "../../offline/api-client";
import { holds } from "../../offline/conditions";
import { asMap, type JsonMap, textOf } from "../../terraform-json/json-map";
import { eventually } from "./eventually";

/**
 * Custom kinds that a server keeps from one cluster to the next. It takes seconds to make or to remove one, and most
 * clusters bring the same.
 */
export interface CustomKinds {
  /** Has the server take a kind at a path. It is not asked again about one that it has in the same words. */
  take(path: string, definition: JsonMap): Promise<Answer>;

  /** True if the server has the kind of an object because some cluster brought it. */
  has(object: JsonMap): boolean;
}

/** Custom kinds of a server, which has none yet. */
export function customKinds(client: ObjectClient): CustomKinds {
  const taken = new Map<string, { readonly text: string; readonly kind: string; readonly answer: Answer }>();
  return {
    has: (object) => [...taken.values()].some(({ kind }) => kind === customKindOf(object)),
    async take(path, definition) {
      const place = `${path}/${textOf(asMap(definition.metadata).name)}`;
      const text = JSON.stringify(definition);
      const before = taken.get(place);
      if (before?.text === text) {
        return before.answer;
      }
      if (before !== undefined) {
        taken.delete(place);
        await client.remove(place);
        await eventually(async () => (await client.get(place)).status === 404);
      }
      const answer = await client.create(path, definition);
      if (refusalOf(answer) === undefined) {
        await eventually(async () => holds("Established", (await client.get(place)).body));
        taken.set(place, { text, kind: kindBroughtBy(definition), answer });
      }
      return answer;
    },
  };
}

/** True for an object that brings a kind. */
export const bringsKind = ({ kind }: JsonMap): boolean => kind === "CustomResourceDefinition";

/** Group and name of the kind that a definition brings. */
export const kindBroughtBy = ({ spec }: JsonMap): string =>
  `${textOf(asMap(spec).group)} ${textOf(asMap(asMap(spec).names).kind)}`;

/** Group and name of an object's kind, in any version. */
export const customKindOf = ({ apiVersion, kind }: JsonMap): string =>
  `${textOf(apiVersion).split("/")[0]!} ${textOf(kind)}`;
