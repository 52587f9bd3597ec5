#pragma once
#include <libxml/xmlversion.h>
// libxml2's encoding.h includes ICU's headers, and Foundation brings an ICU module of its own with other
// definitions: debug builds fail. Undefining this hides two trailing fields of a struct we never look into.
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <libxml/dict.h>
#include <libxml/catalog.h>
