import "../../src/constructs/without-stack-traces";
import "../../src/output/quick-resolve";
