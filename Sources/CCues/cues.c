#include "cues.h"

#pragma clang diagnostic ignored "-Wc23-extensions"
static const unsigned char text[] = {
#embed "../../graph-data/cues.yaml"
};

const unsigned char *sillage_cues(void) { return text; }
size_t sillage_cues_size(void) { return sizeof text; }

static const unsigned char learnt[] = {
#embed "collocations.txt"
};

const unsigned char *sillage_collocations(void) { return learnt; }
size_t sillage_collocations_size(void) { return sizeof learnt; }
