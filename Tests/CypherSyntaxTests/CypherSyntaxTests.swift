// Tests of CypherSyntax.
