import { asList, asMap, isList, isMap, type JsonMap } from "../../../terraform-json/json-map";
import type { Json } from "../../../../src/output/leaves";

/** Names of attributes that hold a credential, in the provider for AWS. */
const CREDENTIAL = /(^|_)(password|passwords|auth_token|secret_string|secret_binary|secret_key|private_key)$/;

/** Addresses in a state of attributes that hold a credential. */
export const credentialsIn = (state: JsonMap): string[] =>
  asList(state.resources)
    .map(asMap)
    .flatMap(({ type, name, instances }) =>
      asList(instances).flatMap((instance) =>
        credentialsAt(asMap(instance).attributes ?? {}, [String(type), String(name)]),
      ),
    );

const credentialsAt = (value: Json, path: readonly string[]): string[] => {
  if (isList(value)) {
    return value.flatMap((item, index) => credentialsAt(item, [...path, String(index)]));
  }
  if (isMap(value)) {
    return Object.entries(value).flatMap(([key, item]) => credentialsAt(item, [...path, key]));
  }
  return CREDENTIAL.test(path.at(-1) ?? "") && typeof value === "string" && value !== ""
    ? [path.join(".")]
    : [];
};
