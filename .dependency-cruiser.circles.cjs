const { options } = require("./.dependency-cruiser.cjs");

/**
 * Files that the others are collected in: the tables of contents of the platform and of its add-ons' definitions.
 * They are left out, so that two folders in a circle are two that need each other.
 */
const COLLECTIONS = "^src/platform/index\\.ts$";

module.exports = {
  forbidden: [
    {
      name: "no-circle-of-folders",
      severity: "error",
      comment: "Folders import each other in a circle: move what both need to the floor below.",
      scope: "folder",
      from: {},
      to: { circular: true },
    },
  ],
  options: { ...options, exclude: { path: `__tests__/|^src/addons/|${COLLECTIONS}` } },
};
