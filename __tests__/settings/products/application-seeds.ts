import type { Replacement, Seed } from "./resource-seeds";

const after =
  (line: string) =>
  (...lines: readonly string[]): Replacement => [line, [line.trimEnd(), ...lines, ""].join("\n")];

/** Lines that follow the owner, from the seventh on. */
const inMaps = after("  source: example/maps\n");
const inTides = after("  source: example/tides\n");

const OWNS_APPS = ["namespaces:", "  apps: { sharedWith: [tides] }"];
const shared = inMaps(...OWNS_APPS);

const tidesHas = (...lines: readonly string[]): readonly Replacement[] => [
  shared,
  inTides("applications:", ...lines),
];

/** Breaks of the rules about applications, and about the namespaces of the platform that they run in. */
export const APPLICATION_SEEDS: readonly Seed[] = [
  [
    "an application of a name that no resource can have",
    tidesHas("  Tide_Tables: { namespace: apps, images: [tables] }"),
    'tenants/tides/tides.yaml:8: applications applications.Tide_Tables: expected a DNS label: small letters, digits and hyphens, a letter first, got "Tide_Tables"; choose another name',
  ],
  [
    "an application that another file has",
    [
      inMaps(...OWNS_APPS, "applications:", "  tables: { namespace: apps }"),
      inTides("applications:", "  tables: { namespace: apps, images: [tables-2] }"),
    ],
    'tenants/tides/tides.yaml:8: T1 applications.tables: expected an application that no other file has, got "tables", which is in tenants/maps/maps.yaml too; take it out of one of the two, or rename it',
  ],
  [
    "an application in a namespace whose owner does not share it",
    [inMaps("namespaces:", "  apps: {}"), inTides("applications:", "  tables: { namespace: apps }")],
    'tenants/tides/tides.yaml:8: applications applications.tables.namespace: expected a namespace that tides owns or that is shared with it: none yet, got "apps", which maps owns; ask maps to add tides to namespaces.apps.sharedWith in tenants/maps/maps.yaml',
  ],
  [
    "an image that another application has",
    tidesHas("  tables: { namespace: apps }", "  charts: { namespace: apps, images: [charts, tables] }"),
    'tenants/tides/tides.yaml:9: applications applications.charts.images[1]: expected an image of its own, got "tables", which tables has; build an image in one repository only',
  ],
  [
    "a namespace to share that the platform does not make",
    [inMaps("namespaces:", "  aps: { sharedWith: [tides] }")],
    'tenants/maps/maps.yaml:8: applications namespaces.aps: expected a namespace that the platform makes: apps or payments, got "aps"; did you mean "apps"?',
  ],
  [
    "a namespace that another product owns",
    [shared, inTides("namespaces:", "  apps: {}")],
    'tenants/tides/tides.yaml:8: T1 namespaces.apps: expected a namespace of one product, got "apps", which tenants/maps/maps.yaml owns; take it out of one of the two',
  ],
  [
    "a namespace shared with a team that is not there",
    [inMaps("namespaces:", "  apps: { sharedWith: [tide] }")],
    'tenants/maps/maps.yaml:8: T6 namespaces.apps.sharedWith[0]: expected a team: one of maps, tides, pilots, sailors, crew-one, crew-two, crew-three, crew-four, crew-five, crew-six, crew-seven, got "tide"; did you mean "tides"?',
  ],
  [
    "a namespace shared with its owner",
    [inMaps("namespaces:", "  apps: { sharedWith: [maps] }")],
    'tenants/maps/maps.yaml:8: T6 namespaces.apps.sharedWith[0]: expected each other team once, got "maps"; leave it out: the namespace is its own',
  ],
  [
    "a host of two applications, in two files",
    [
      inMaps(...OWNS_APPS, "applications:", "  charts: { namespace: apps, hosts: [tables] }"),
      inTides("applications:", "  tables: { namespace: apps, hosts: [www, tables] }"),
    ],
    'tenants/tides/tides.yaml:8: T19 applications.tables.hosts[1]: expected a host of its own, got "tables", which charts has (tenants/maps/maps.yaml); give the host to one of the two',
  ],
  [
    "an application with a host of the platform's",
    tidesHas("  tables: { namespace: apps, hosts: [grafana] }"),
    'tenants/tides/tides.yaml:8: T20 applications.tables.hosts[0]: expected a host of its own, got "grafana", which the platform has; choose another',
  ],
  [
    "an application from a repository of another organisation",
    tidesHas("  tables: { namespace: apps, repository: attacker/tables }"),
    'tenants/tides/tides.yaml:8: T29 applications.tables.repository: expected a repository of example on GitHub, of 52 characters at most, got "attacker/tables"; write "example/" and its name: nobody else\'s code is deployed',
  ],
  [
    "an application from a repository of nearly another's name",
    tidesHas("  tables: { namespace: apps, repository: example/toolbox_Image }"),
    'tenants/tides/tides.yaml:8: T29 applications.tables.repository: expected a repository that differs from others by more than case, ".", "_" and "-", got "example/toolbox_Image" beside "example/toolbox-image"; write both alike where they are one, or rename one of them on GitHub',
  ],
  [
    "environments without an address of its owner",
    [["  email: maps@example.org\n", ""]],
    "tenants/maps/maps.yaml:2: owner owner.email: expected an address, since the product has environments, got nothing; add it",
  ],
  [
    "a file that has nothing",
    [[/  source: example\/tides\nenvironments:[^]*$/, ""]],
    "tenants/tides/tides.yaml:1: owner product: expected environments, applications or namespaces, got none of them; write one, or remove the file",
  ],
  [
    "two channels of a team with applications",
    [
      inMaps(...OWNS_APPS),
      ["  team: tides\n", "  team: maps\n"],
      inTides("applications:", "  tables: { namespace: apps }"),
    ],
    'tenants/tides/tides.yaml:5: owner owner.channel: expected "#maps", as in tenants/maps/maps.yaml: a team has one for all its applications, got "#tides"; write the same in both',
  ],
];
