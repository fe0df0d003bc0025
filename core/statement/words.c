/* Words by language. A list is words between spaces, with a space at both ends. Only languages that we are
 * sure of. */
#include "config.h"

#include "statement/words.h"

#include <glib.h>
#include <string.h>

typedef struct Words {
  const char *language;
  const char *no_end; /* no sentence ends with them */
  const char *prefix; /* before a hyphen that belongs to the spelling */
  const char *suffix; /* behind one */
} Words;

static const Words languages[] = {
    {"ar", " في من على إلى عن مع و أو أن إن التي الذي الذين بين بعد قبل حول خلال ضد لدى ثم بأن كما هذا هذه ",
     " ", " "},
    {"en",
     " a about after against among an and any are as at be because been before between but by during each "
     "every for from "
     "had has have if in including into is its may might must my nor of on onto or our over per shall should "
     "such than "
     "that the their these this those through to toward towards under until upon was were when where whether "
     "which while "
     "who whose will with within without would your ",
     " all anti co counter cross decision double eight ex extra fact first five four full half high ill "
     "inter intra joint "
     "large life long low macro mid micro multi nine non off on one part policy post pre pro quasi re same "
     "second self "
     "semi seven short single six small so sub ten third three two un up vice well ",
     " aged based border class controlled cut cutting day driven free friendly funded general going "
     "government gender "
     "hour in induced led level like making mile minded month off old on operation operative ordinate "
     "ordination out "
     "party person profit related scale sensitive specific standing state style term the time to type up "
     "wide year "},
    {"es",
     " a al ante bajo con contra cuya cuyo de del desde durante e el en entre hacia hasta la las lo los "
     "mediante ni o "
     "para pero por porque que se segun según sin sobre su sus tras u un una unas unos y ",
     " anti ex vice ", " "},
    {"fa", " از با بر برای به تا در درباره را که و یا این آن هر بین می ", " ", " "},
    {"fil", " ang at ay dahil hindi kay kina kung mga na nang ng ni nina o para sa si sina upang ",
     " di ika mag pag taga tag ", " "},
    {"fr",
     " à au aux avec chez contre dans de des dont du elle en entre et il ils la le les leur leurs lors mais "
     "ni notre nos "
     "ou où par pas pour que qui sa sans ses si son sont sous sur un une vers votre vos est ce ces cet "
     "cette ",
     " après arrière avant contre demi ex franco haut haute libre mi moyen non outre quasi quelques semi "
     "sous sud nord est "
     "ouest trans vice ",
     " ci delà dessous dessus être là même mêmes président présidente présidents uns unes "},
    {"hi", " और का की के को कि जो तक तथा ने पर में या से एवं द्वारा ", " सह गैर ", " "},
    {"id",
     " adalah agar akan antara atau bahwa bagi belum dalam dan dari dengan di hingga karena ke kepada oleh "
     "pada para "
     "sampai sebagai sebuah secara sedang sejak sementara seorang serta suatu supaya tanpa telah tentang "
     "terhadap tidak "
     "untuk yang mengenai ",
     " anti non pasca pra ", " "},
    {"ms",
     " adalah agar akan antara atau bahawa bagi belum dalam dan dari daripada dengan di hingga ialah kepada "
     "kerana ke "
     "mengenai oleh pada para sebagai sebuah secara sedang sehingga sejak seorang serta suatu supaya tanpa "
     "telah tentang "
     "terhadap tidak untuk yang ",
     " anti bukan pasca pra ", " "},
    {"pt",
     " a ao aos à às as com contra da das de do dos e em entre já mas na nas nem no nos o os ou para pela "
     "pelas pelo pelos "
     "por porque que se sem seu seus sob sobre sua suas um uma ",
     " anti ex não pós pré vice ", " "},
    {"tet", " atu ba ho hodi husi iha ka maibé ne'ebé no sira nia ", " ", " "},
    {"ur", " اور پر تک جو سے کا کو کہ کی کے میں نے یا ", " ", " "},
    {"vi",
     " bởi các của cùng cho do để đã đang đến giữa hay hoặc không khi là mà một nếu như những sẽ tại theo "
     "trong từ và về "
     "với được ",
     " ", " "},
};

static const char annexes[] =
    " annex annexe annexes anexo appendix attachment lampiran lakip phụ ภาคผนวก เอกสารแนบ ເອກະສານຊ້ອນທ້າຍ "
    "ឧបសម្ព័ន្ធ "
    "နောက်ဆက်တွဲ ملحق مرفق المرفق الملحق پیوست ضمیمہ अनुलग्नक অনুবন্ধ 附件 附录 附錄 附属書 부속서 ";

static const char tables[] =
    " table tableau tabla tabela tabel jadual bảng talahanayan ตาราง ตารางที่ ຕາຕະລາງ តារាង "
    "ဇယား جدول الجدول तालिका সারণি 表 표 ";

static const char *const contents[] = {"contents",
                                       "table of contents",
                                       "table des matières",
                                       "sommaire",
                                       "índice",
                                       "contenido",
                                       "conteúdo",
                                       "daftar isi",
                                       "isi kandungan",
                                       "kandungan",
                                       "mục lục",
                                       "talaan ng nilalaman",
                                       "สารบัญ",
                                       "ສາລະບານ",
                                       "មាតិកា",
                                       "မာတိကာ",
                                       "目录",
                                       "目錄",
                                       "目次",
                                       "목차",
                                       "المحتويات",
                                       "فهرست مطالب",
                                       "فهرست",
                                       "विषय सूची"};

static const char *const signed_words[] = {
    "signed",    "s",     "sgd",  "signé", "signée", "firmado", "assinado", "ditandatangani", "ttd",
    "nilagdaan", "đã ký", "签字", "签署",  "ลงนาม",  "ลงชื่อ",    "توقيع",    "امضا",           "हस्ताक्षरित"};

static bool is_in(const char *list, const char *word) {
  size_t n = strlen(word);
  if (n == 0)
    return false;
  for (const char *at = strstr(list, word); at; at = strstr(at + 1, word))
    if (at > list && at[-1] == ' ' && at[n] == ' ')
      return true;
  return false;
}

static const Words *words_of(const char *language) {
  size_t n = language ? strcspn(language, "-_") : 0;
  for (size_t i = 0; i < G_N_ELEMENTS(languages); i++)
    if (strlen(languages[i].language) == n && g_ascii_strncasecmp(languages[i].language, language, n) == 0)
      return &languages[i];
  return NULL;
}

bool lp_word_ends_no_sentence(const char *language, const char *word) {
  const Words *words = words_of(language);
  return words && is_in(words->no_end, word);
}

bool lp_word_is_hyphen_prefix(const char *language, const char *word) {
  const Words *words = words_of(language);
  return words && is_in(words->prefix, word);
}

bool lp_word_is_hyphen_suffix(const char *language, const char *word) {
  const Words *words = words_of(language);
  return words && is_in(words->suffix, word);
}

bool lp_language_doubles_words(const char *language) {
  static const char *const doubling[] = {"id", "ms", "fil", "tet"};
  const Words *words = words_of(language);
  for (size_t i = 0; words && i < G_N_ELEMENTS(doubling); i++)
    if (strcmp(words->language, doubling[i]) == 0)
      return true;
  return false;
}

bool lp_word_opens_annex(const char *word) {
  return is_in(annexes, word);
}

bool lp_word_names_table(const char *word) {
  return is_in(tables, word);
}

static bool is_one_of(const char *const *lines, size_t count, const char *line) {
  for (size_t i = 0; i < count; i++)
    if (strcmp(lines[i], line) == 0)
      return true;
  return false;
}

bool lp_words_head_contents(const char *line) {
  return is_one_of(contents, G_N_ELEMENTS(contents), line);
}

bool lp_words_say_signed(const char *line) {
  return is_one_of(signed_words, G_N_ELEMENTS(signed_words), line);
}
