import type { Json } from "../../src/output/leaves";
import { asMap, isMap, type JsonMap } from "./json-map";
import { workspaceRead } from "./remote-state";
import { stateFile } from "./state-file";
import { withoutState } from "./without-state";

/** A stack whose state, and the states it reads, are files in one folder. */
export function withLocalState(id: string, stack: JsonMap, folder: string): JsonMap {
  const { terraform, data, ...rest } = withoutState(stack);
  return {
    ...rest,
    terraform: {
      ...asMap(terraform),
      backend: { local: { path: stateFile(folder, id) } },
    },
    ...(isMap(data) ? { data: readingFiles(data, folder) } : {}),
  };
}

function readingFiles(data: JsonMap, folder: string): JsonMap {
  const { terraform_remote_state: states } = data;
  if (!isMap(states)) {
    return data;
  }
  const local = Object.entries(states).map(([name, state]): [string, Json] => [
    name,
    { backend: "local", config: { path: stateFile(folder, workspaceRead(asMap(state)) ?? name) } },
  ]);
  return { ...data, terraform_remote_state: Object.fromEntries(local) };
}
