#include "config.h"

#include "paragraph/states.h"

#include <stdlib.h>
#include <string.h>

/* Words of six letters and more in the short names of the members of the United Nations and of the Bali
 * Process, by letter. Shorter ones have no place for a hyphen that matters. */
static const char *const STATES[] = {
    "afghanistan", "albania",    "algeria",     "andorra",    "angola",      "antigua",       "argentina",
    "armenia",     "australia",  "austria",     "azerbaijan", "bahamas",     "bahrain",       "bangladesh",
    "barbados",    "barbuda",    "belarus",     "belgium",    "belize",      "bhutan",        "bissau",
    "bolivia",     "bosnia",     "botswana",    "brazil",     "brunei",      "bulgaria",      "burkina",
    "burundi",     "cambodia",   "cameroon",    "canada",     "colombia",    "comoros",       "croatia",
    "cyprus",      "czechia",    "darussalam",  "denmark",    "djibouti",    "dominica",      "dominican",
    "ecuador",     "emirates",   "equatorial",  "eritrea",    "estonia",     "eswatini",      "ethiopia",
    "finland",     "gambia",     "georgia",     "germany",    "grenada",     "grenadines",    "guatemala",
    "guinea",      "guyana",     "herzegovina", "honduras",   "hungary",     "iceland",       "indonesia",
    "ireland",     "israel",     "jamaica",     "jordan",     "kazakhstan",  "kiribati",      "kuwait",
    "kyrgyzstan",  "latvia",     "lebanon",     "lesotho",    "liberia",     "liechtenstein", "lithuania",
    "luxembourg",  "macedonia",  "madagascar",  "malawi",     "malaysia",    "maldives",      "marino",
    "marshall",    "mauritania", "mauritius",   "mexico",     "micronesia",  "moldova",       "monaco",
    "mongolia",    "montenegro", "morocco",     "mozambique", "myanmar",     "namibia",       "netherlands",
    "nicaragua",   "nigeria",    "norway",      "pakistan",   "palestine",   "panama",        "paraguay",
    "philippines", "poland",     "portugal",    "romania",    "russian",     "rwanda",        "salvador",
    "senegal",     "serbia",     "seychelles",  "sierra",     "singapore",   "slovakia",      "slovenia",
    "solomon",     "somalia",    "suriname",    "sweden",     "switzerland", "syrian",        "taiwan",
    "tajikistan",  "tanzania",   "thailand",    "tobago",     "trinidad",    "tunisia",       "turkmenistan",
    "tuvalu",      "uganda",     "ukraine",     "uruguay",    "uzbekistan",  "vanuatu",       "venezuela",
    "vietnam",     "zambia",     "zealand",     "zimbabwe",
};

static int compare(const void *key, const void *entry) {
  return strcmp(key, *(const char *const *)entry);
}

bool is_name_of_state(const char *word) {
  return bsearch(word, STATES, sizeof STATES / sizeof *STATES, sizeof *STATES, compare) != NULL;
}
