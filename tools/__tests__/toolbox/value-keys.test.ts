import { describe, expect, it } from "vitest";
import { valueKeys } from "../../toolbox/value-keys";

describe("valueKeys", () => {
  it("lists the keys of a chart and those right below them, sorted", () => {
    expect(valueKeys("webhook:\n  port: 1\n  image: {tag: x}\nimage:\n  tag: x\n")).toEqual({
      image: ["tag"],
      webhook: ["image", "port"],
    });
  });

  it.each(["name: x", "name:", "name: []", "name: [a]", "name: {}", "name: 3"])(
    "lets anything stand below a key that is no map with keys: %s",
    (yaml) => {
      expect(valueKeys(yaml)).toEqual({ name: null });
    },
  );

  it.each(["resources", "podLabels", "nodeSelector", "podSecurityContext", "livenessProbe", "extraArgs"])(
    "lets anything stand below %s, which charts copy into Kubernetes objects",
    (key) => {
      expect(valueKeys(`${key}: {a: 1}`)).toEqual({ [key]: null });
    },
  );

  it("knows keys that are only shown in a comment", () => {
    expect(valueKeys("# envFrom: []\nname: x\n#   indented: text\n# Note: text\n")).toEqual({
      envFrom: null,
      name: null,
    });
  });

  it("knows none of an empty file", () => {
    expect(valueKeys("")).toEqual({});
  });
});
