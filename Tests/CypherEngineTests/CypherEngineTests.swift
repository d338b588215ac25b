// Tests of CypherEngine.
