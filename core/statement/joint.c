/* The rules of joining. In doubt the text stays as two. */
#include "config.h"

#include "statement/joint.h"

#include "statement/script.h"
#include "statement/words.h"

#include <glib.h>
#include <string.h>

enum { FULL_LINE = 850, WORDS_OF_RUNNING_TEXT = 4 };

static bool is_one_of(gunichar c, const char *characters) {
  return c && g_utf8_strchr(characters, -1, c) != NULL;
}

/* The character before at, and where it begins; 0 at the start. */
static gunichar previous(const char *text, const char **at) {
  if (*at == text)
    return 0;
  *at = g_utf8_prev_char(*at);
  return g_utf8_get_char(*at);
}

static const char *end_of(const char *text) {
  const char *end = text + strlen(text);
  for (const char *at = end; previous(text, &at);) {
    if (!g_unichar_isspace(g_utf8_get_char(at)))
      break;
    end = at;
  }
  return end;
}

static const char *start_of(const char *text) {
  while (*text && g_unichar_isspace(g_utf8_get_char(text)))
    text = lp_next_character(text);
  return text;
}

bool lp_text_ends_sentence(const char *text) {
  const char *at = end_of(text);
  gunichar c = previous(text, &at);
  while (is_one_of(c, "”’\"'»›)]）」』*_"))
    c = previous(text, &at);
  return is_one_of(c, ".!?…:。！？：।॥۔؟።។៕៖།။");
}

/* n bytes that number an item: "1", "2.3", "a", "iv"; no year, no acronym. */
static bool is_label(const char *label, size_t n) {
  long length = g_utf8_strlen(label, (gssize)n);
  if (g_unichar_isdigit(g_utf8_get_char(label)))
    return length <= 3 || (length <= 7 && memchr(label, '.', n));
  return length == 1 || (length <= 5 && (strspn(label, "ivxl") >= n || strspn(label, "IVXL") >= n));
}

bool lp_text_begins_item(const char *text) {
  text = start_of(text);
  gunichar first = g_utf8_get_char(text);
  if (is_one_of(first, "-–—•·*◦▪‣○●"))
    return g_unichar_isspace(g_utf8_get_char(lp_next_character(text)));
  bool bracket = first == '(';
  const char *label = text + bracket, *at = label;
  while (g_unichar_isalnum(g_utf8_get_char(at)) ||
         (*at == '.' && at > label && g_unichar_isalnum(g_utf8_get_char(at + 1))))
    at = lp_next_character(at);
  if (at == label || !is_label(label, (size_t)(at - label)))
    return false;
  bool closes = *at == ')' || (*at == '.' && !bracket);
  return closes && (at[1] == ' ' || at[1] == '\t' || at[1] == '\0');
}

/* ---- words ---- */

/* The last word, in lower case, of a text that ends at end; to be freed. */
static char *word_before(const char *text, const char *end) {
  const char *from = end;
  for (const char *at = end; previous(text, &at);) {
    gunichar c = g_utf8_get_char(at);
    if (!g_unichar_isalnum(c) && !g_unichar_ismark(c) && c != '\'' && c != 0x2019)
      break;
    from = at;
  }
  return g_utf8_strdown(from, end - from);
}

static char *word_after(const char *text) {
  const char *end = text;
  while (*end && (g_unichar_isalnum(g_utf8_get_char(end)) || g_unichar_ismark(g_utf8_get_char(end))))
    end = lp_next_character(end);
  return g_utf8_strdown(text, end - text);
}

static size_t word_count(const char *text) {
  size_t count = 0;
  bool inside = false;
  for (; *text; text = lp_next_character(text)) {
    bool white = g_unichar_isspace(g_utf8_get_char(text));
    count += !white && !inside;
    inside = !white;
  }
  return count;
}

static bool opens_annex(const char *text) {
  char *word = word_after(start_of(text));
  bool opens = lp_word_opens_annex(word);
  g_free(word);
  return opens;
}

/* ---- evidence ---- */

/* Whether something that text opens is still open at its end. */
static int open_count(const char *text, gunichar opening, gunichar closing) {
  int open = 0;
  for (; *text; text = lp_next_character(text)) {
    gunichar c = g_utf8_get_char(text);
    open += c == opening;
    if (c == closing && open > 0)
      open--;
  }
  return open;
}

/* Whether text closes before it opens anew. */
static bool closes_first(const char *text, gunichar opening, gunichar closing) {
  for (; *text; text = lp_next_character(text)) {
    gunichar c = g_utf8_get_char(text);
    if (c == closing)
      return true;
    if (c == opening)
      return false;
  }
  return false;
}

static bool is_bracketed_over(const char *before, const char *after) {
  static const gunichar pairs[][2] = {
      {'(', ')'}, {'[', ']'}, {0x201C, 0x201D}, {0xAB, 0xBB}, {0x300C, 0x300D}};
  for (size_t i = 0; i < G_N_ELEMENTS(pairs); i++)
    if (open_count(before, pairs[i][0], pairs[i][1]) > 0 && closes_first(after, pairs[i][0], pairs[i][1]))
      return true;
  return false;
}

static bool has_case(gunichar c) {
  return g_unichar_islower(c) || g_unichar_isupper(c) || g_unichar_istitle(c);
}

/* The last letter of a text, or its last character if it has none near its end. */
static gunichar last_letter(const char *text) {
  const char *at = end_of(text);
  gunichar last = previous(text, &at), c = last;
  for (int i = 0; c && i < 8; i++, c = previous(text, &at))
    if (g_unichar_isalpha(c))
      return c;
  return last;
}

static bool goes_on(const LpJointQuestion *question) {
  const char *before = question->before, *after = start_of(question->after);
  const char *end = end_of(before), *at = end;
  gunichar last = previous(before, &at), first = g_utf8_get_char(after);
  if (g_unichar_islower(first) || is_one_of(first, ",;)”]»،؛、，；）」"))
    return true;
  if (is_one_of(last, ",-–—،、，‐\u00AD"))
    return true;
  char *word = word_before(before, end);
  bool open_ended = lp_word_ends_no_sentence(question->language, word);
  g_free(word);
  if (open_ended || question->runs_in_bold || is_bracketed_over(before, after))
    return true;
  return !has_case(last_letter(before)) && question->line_fill >= FULL_LINE;
}

/* ---- how ---- */

static bool keeps_hyphen(const LpJointQuestion *question, const char *stem, const char *word) {
  if (lp_word_is_hyphen_prefix(question->language, stem) ||
      lp_word_is_hyphen_suffix(question->language, word))
    return true;
  if (lp_language_doubles_words(question->language) && g_str_has_prefix(word, stem))
    return true;
  char *spelt = g_strconcat(stem, "-", word, NULL);
  bool keeps = question->is_spelt && question->is_spelt(question->state, spelt);
  g_free(spelt);
  return keeps;
}

/* "know-" and "ledge", "co-" and "chaired", "COVID-" and "19"; hyphen: where it stands. */
static LpJoint hyphen_joint(const LpJointQuestion *question, const char *hyphen) {
  const char *after = start_of(question->after), *at = hyphen;
  gunichar letter = previous(question->before, &at), first = g_utf8_get_char(after);
  if (g_utf8_get_char(hyphen) == 0x00AD)
    return LP_JOINT_HYPHEN_GOES;
  if (!g_unichar_isalnum(letter))
    return LP_JOINT_SPACE; /* a dash */
  if (!g_unichar_islower(first) || !g_unichar_islower(letter))
    return LP_JOINT_CLOSE; /* a digit or a capital follows, or the script has no case */
  char *stem = word_before(question->before, hyphen), *word = word_after(after);
  LpJoint joint = keeps_hyphen(question, stem, word) ? LP_JOINT_CLOSE : LP_JOINT_HYPHEN_GOES;
  g_free(stem);
  g_free(word);
  return joint;
}

static LpJoint how(const LpJointQuestion *question) {
  const char *end = end_of(question->before), *at = end;
  gunichar last = previous(question->before, &at);
  gunichar first = g_utf8_get_char(start_of(question->after));
  if (is_one_of(last, "-‐\u00AD"))
    return hyphen_joint(question, at);
  return lp_script_is_unspaced(last) && lp_script_is_unspaced(first) ? LP_JOINT_CLOSE : LP_JOINT_SPACE;
}

LpJoint lp_joint(const LpJointQuestion *question) {
  const char *after = start_of(question->after);
  gunichar first = g_utf8_get_char(after);
  if (lp_text_ends_sentence(question->before))
    return LP_JOINT_APART;
  bool opens_another = question->looks_headed || lp_text_begins_item(after) || opens_annex(after) ||
                       is_one_of(first, "“«‘\"「『");
  if (question->may_join && !opens_another && goes_on(question))
    return how(question);
  bool is_sentence = word_count(question->before) >= WORDS_OF_RUNNING_TEXT ||
                     lp_script_is_unspaced(last_letter(question->before));
  return question->in_list || !question->is_running || !is_sentence ? LP_JOINT_APART : LP_JOINT_DOUBTFUL;
}
