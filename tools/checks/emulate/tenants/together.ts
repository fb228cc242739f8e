import type { JsonMap } from "../../../terraform-json/json-map";
import type { FieldChange } from "./fields";

/** Changes of fields that one apply makes. */
export interface Together {
  readonly fields: readonly string[];
  readonly name: string;
  readonly settings: JsonMap;
}

/**
 * As few groups of changes as have each change in one. Where settings do not go together, synth refuses them.
 *
 * @param isRefused - true for settings that synth refuses
 */
export function together(
  changes: readonly FieldChange[],
  base: JsonMap,
  isRefused: (name: string, settings: JsonMap) => boolean,
): Together[] {
  const groups: Together[] = [];
  for (const { field, name, settings } of changes) {
    const at = groups.findIndex((group) => {
      const merged = merge(group, { field, name, settings }, base);
      return !isRefused(merged.name, merged.settings);
    });
    if (at === -1) {
      groups.push({ fields: [field], name, settings });
    } else {
      groups[at] = merge(groups[at]!, { field, name, settings }, base);
    }
  }
  return groups;
}

/** Group with one change more, which keeps its own fields and takes others from the group. */
function merge(group: Together, { field, name, settings }: FieldChange, base: JsonMap): Together {
  const changed = Object.fromEntries(
    Object.entries(settings).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(base[key])),
  );
  return {
    fields: [...group.fields, field],
    name: field === "renamedFrom" ? name : group.name,
    settings: { ...group.settings, ...changed },
  };
}
