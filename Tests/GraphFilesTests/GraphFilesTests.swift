// Tests of GraphFiles.
