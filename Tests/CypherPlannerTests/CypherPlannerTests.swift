// Tests of CypherPlanner.
