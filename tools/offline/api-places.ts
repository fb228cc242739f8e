import { asList, asMap, isMap, type JsonMap, textOf } from "../terraform-json/json-map";
import type { ObjectClient } from "./api-client";

/** Function that returns the place at which an API server takes an object; `undefined` if it does not know the kind. */
export type Places = (object: JsonMap) => Promise<string | undefined>;

interface Resource {
  readonly plural: string;
  readonly isNamespaced: boolean;
}

/** Places by what the server says of itself. It is asked again about kinds that it did not know. */
export function placesOf(client: ObjectClient): Places {
  const known = new Map<string, Resource>();
  return async (object) => {
    const { apiVersion, kind } = object;
    const key = `${textOf(apiVersion)} ${textOf(kind)}`;
    const root = textOf(apiVersion).includes("/")
      ? `/apis/${textOf(apiVersion)}`
      : `/api/${textOf(apiVersion)}`;
    if (!known.has(key)) {
      const { body } = await client.get(root);
      for (const one of asList(body.resources).filter(isMap).filter(isWhole)) {
        const resource = { plural: textOf(one.name), isNamespaced: one.namespaced === true };
        known.set(`${textOf(apiVersion)} ${textOf(one.kind)}`, resource);
      }
    }
    const resource = known.get(key);
    if (resource === undefined) {
      return undefined;
    }
    const namespace = textOf(asMap(object.metadata).namespace ?? "default");
    return resource.isNamespaced
      ? `${root}/namespaces/${namespace}/${resource.plural}`
      : `${root}/${resource.plural}`;
  };
}

/** False for a part of objects, such as `pods/log`. */
const isWhole = ({ name }: JsonMap): boolean => !textOf(name).includes("/");
