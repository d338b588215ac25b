// Tests of Sillage.
