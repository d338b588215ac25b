// Tests of ResultFormats.
