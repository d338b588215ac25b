// Tests of SQLiteGraph.
