// Tests of EntityLinking.
