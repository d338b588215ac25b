#pragma once
#include <stddef.h>

/// The text of graph-data/cues.yaml, as it was when the program was built.
const unsigned char *sillage_cues(void);
size_t sillage_cues_size(void);

/// The text of collocations.txt, as it was when the program was built: what `scripts/learn` wrote.
const unsigned char *sillage_collocations(void);
size_t sillage_collocations_size(void);
