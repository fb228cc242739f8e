import "../../src/constructs/without-stack-traces";
