import { asMap, isMap, type JsonMap } from "./json-map";

/** Workspace whose state a `terraform_remote_state` reads, in any backend; its name is its stack's. */
export function workspaceRead(state: JsonMap): string | undefined {
  const { workspaces, key, path } = asMap(state.config);

  const file = [key, path].find((value): value is string => typeof value === "string");
  const workspace = isMap(workspaces) ? workspaces.name : file?.replace(/^.*\/|\.tfstate$/g, "");
  return typeof workspace === "string" ? workspace : undefined;
}
