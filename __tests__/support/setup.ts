import "../../src/constructs/without-stack-traces";
import "../../src/output/quick-resolve";
import fc from "fast-check";

// A change is judged by the same cases each time. `npm run fuzz` tries others.
fc.configureGlobal({ seed: 1 });
