#pragma once
#include <stdint.h>

/// A checksum of all of a page but its last eight bytes, and of its number, counted from 1. The same on every machine and in every version:
/// it stands in files.
///
/// `size`, in bytes: a power of two from 512. Of the first page, what SQLite changes when a database enters or leaves the use of a log is left
/// out: these are bytes of one sector, and an end of power between two sectors would make a page of them that is neither the one nor the
/// other. SQLite itself takes nothing else from them. Cost: five instructions for sixteen bytes.
uint64_t sillage_page_checksum(const unsigned char *page, int size, uint64_t number);
