const { options } = require("./.dependency-cruiser.cjs");

module.exports = {
  forbidden: [
    {
      name: "no-circle-of-addons",
      severity: "error",
      comment:
        "Add-ons import each other in a circle: give one of them what it needs of the other as a prop.",
      scope: "folder",
      from: {},
      to: { circular: true },
    },
  ],
  options: { ...options, includeOnly: { path: "^src/addons/" } },
};
