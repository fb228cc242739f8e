/** Layers of src, each with those that it may import besides itself. Only main.ts and tools read src/platform. */
const LAYERS_OF_SRC = {
  names: [],
  constructs: ["names"],
  settings: ["addons", "names"],
  platform: ["settings", "addons"],
  output: [],
  infrastructure: ["constructs", "names"],
  access: ["constructs"],
  addons: ["constructs", "settings", "names"],
  "terraform-cloud": ["constructs", "names"],
  tenants: ["settings", "constructs", "infrastructure", "names"],
  stacks: [
    "settings",
    "constructs",
    "infrastructure",
    "access",
    "addons",
    "tenants",
    "terraform-cloud",
    "names",
  ],
};

/**
 * Floors of tools, listed from the top. A folder imports its own floor, in no circle, and the floors below.
 */
const FLOORS_OF_TOOLS = [
  ["cli"],
  ["operate", "reports", "verify"],
  ["checks"],
  ["offline", "terraform-json", "toolbox", "samples"],
  ["kit"],
];

/** Files of an add-on that are data: all that settings may read of it. */
const DATA_OF_ADDONS =
  "^src/addons/[^/]+/(settings|chart)\\.ts$|^src/addons/cluster-autoscaler/image-tags\\.ts$";

const oneOf = (names) => `(${names.join("|")})`;

const floorsOfTools = FLOORS_OF_TOOLS.slice(1).map((floor, index) => ({
  name: `tools-${floor[0]}`,
  severity: "error",
  comment: `${floor.map((name) => `tools/${name}`).join(", ")} import no floor above: ${FLOORS_OF_TOOLS.map((names) => names.join(", ")).join(" → ")}.`,
  from: { path: `^tools/${oneOf(floor)}/` },
  to: { path: `^tools/${oneOf(FLOORS_OF_TOOLS.slice(0, index + 1).flat())}/` },
}));

const layersOfSrc = Object.entries(LAYERS_OF_SRC).map(([layer, allowed]) => ({
  name: `src-${layer}`,
  severity: "error",
  comment: `src/${layer} imports ${["only itself", ...allowed.map((name) => `src/${name}`)].join(", ")}: dependencies point downwards.`,
  from: { path: `^src/${layer}/` },
  to: { path: "^(src/|main\\.ts$)", pathNot: `^src/${oneOf([layer, ...allowed])}/` },
}));

module.exports = {
  forbidden: [
    ...layersOfSrc,
    ...floorsOfTools,
    {
      name: "examples-are-data",
      severity: "error",
      comment: "Platforms of examples read src/settings and their own folder: nothing of another platform.",
      from: { path: "^examples/([^/]+)/" },
      to: { path: "^(src|tools|examples)/", pathNot: "^(src/settings/|examples/$1/)" },
    },
    {
      name: "src-without-examples",
      severity: "error",
      comment: "The platform's source needs no example.",
      from: { path: "^(src/|main\\.ts$)" },
      to: { path: "^examples/" },
    },
    {
      name: "src-without-tools",
      severity: "error",
      comment: "Tools import the platform. The platform needs none of them.",
      from: { path: "^(src/|main\\.ts$)" },
      to: { path: "^tools/" },
    },
    {
      name: "settings-read-data-of-addons",
      severity: "error",
      comment:
        "Settings and the platform read an add-on's settings.ts and chart.ts, which are data, and none of its constructs.",
      from: { path: "^src/(settings|platform)/" },
      to: { path: "^src/addons/", pathNot: DATA_OF_ADDONS },
    },
    {
      name: "no-circle-of-files",
      severity: "error",
      comment: "Files import each other in a circle: move what both need to a file of its own.",
      from: { pathNot: "^\\.gen/" },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    includeOnly: { path: "^(main\\.ts$|src/|tools/)" },
    exclude: { path: "__tests__/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
  },
};
