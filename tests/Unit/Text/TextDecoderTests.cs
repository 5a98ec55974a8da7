using System.Text;
using Phase1.Text;

namespace Phase1.Unit.Tests.Text;

[Trait("Scenario", "S-301")]
public sealed class TextDecoderTests
{
    const string Swedish = "Sigrid Åkerblom\n\nVårens första dag blåste det över ängarna, och Östersjön låg grå. “Kom”, sa hon – och gick.";
    const string English = "Name,E-mail\nÅke Björling,ake@example.org\nZoë Öhman,zoe@example.org\n";

    static Encoding Legacy(string name) => CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);

    public static TheoryData<string> Unicode => ["utf-8", "utf-16", "utf-16BE", "utf-32", "utf-32BE"];

    [Theory]
    [MemberData(nameof(Unicode))]
    public void Every_form_of_Unicode_is_read_with_and_without_a_mark(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        foreach (var text in new[] { Swedish, English, "Ольга Смирнова\n\nНочью шёл дождь, и волны бились о набережную." })
        {
            var bytes = encoding.GetBytes(text);

            TextDecoder.Decode([.. encoding.GetPreamble(), .. bytes]).ShouldBe(new(text, encoding.WebName, 0));
            TextDecoder.Decode(bytes).ShouldBe(new(text, encoding.WebName, 0));
            TextDecoder.LooksLikeText(bytes).ShouldBeTrue();
        }
    }

    [Fact]
    public void A_damaged_byte_in_UTF_8_is_replaced_alone_and_counted()
    {
        byte[] content = [.. "Sigrid Åkerblom skrev "u8, 0x93, .. "Vår"u8, 0x94, .. " i går"u8];

        TextDecoder.Decode(content).ShouldBe(new("Sigrid Åkerblom skrev \uFFFDVår\uFFFD i går", "utf-8", 2));
    }

    [Fact]
    public void Pasted_marks_that_outnumber_the_letters_do_not_make_UTF_8_another_encoding()
    {
        byte[] content = [.. "Åke said "u8, 0x93, .. "it"u8, 0x92, .. "s late"u8, 0x94, .. " "u8, 0x96, .. " and left."u8];

        TextDecoder.Decode(content).ShouldBe(new("Åke said \uFFFDit\uFFFDs late\uFFFD \uFFFD and left.", "utf-8", 4));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void UTF_8_that_is_cut_within_a_character_loses_that_one(int kept)
    {
        byte[] content = [.. "Östersjön är grå "u8, .. "€"u8[..kept]];

        TextDecoder.Decode(content).ShouldBe(new("Östersjön är grå \uFFFD", "utf-8", 1));
    }

    [Fact]
    public void A_replacement_character_that_the_file_itself_holds_is_not_counted()
    {
        TextDecoder.Decode("Sj\uFFFDn"u8).ShouldBe(new("Sj\uFFFDn", "utf-8", 0));
        TextDecoder.Decode([.. "Å\uFFFD"u8, 0xFF]).Replaced.ShouldBe(1);
    }

    [Fact]
    public void A_mark_decides_and_what_it_does_not_fit_is_counted()
    {
        byte[] content = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("Sjö"), 0x41];

        TextDecoder.Decode(content).ShouldBe(new("Sjö\uFFFD", "utf-16", 1));
    }

    public static TheoryData<string> WesternEncodings => ["windows-1252", "macintosh", "ibm850", "ibm437"];

    [Theory]
    [MemberData(nameof(WesternEncodings))]
    public void What_western_editors_and_spreadsheets_write_is_told_apart(string name)
    {
        var swedish = Swedish.Replace('“', '"').Replace('”', '"').Replace('–', '-');
        foreach (var text in new[] { swedish, English, "Zoë Öhman", "Åke", "Björn Åhlén\n\nKlass 9B", "Élodie François\nL'été à la mer" })
        {
            // DOS has no capital É with other accents in one table only; both tables agree on the letters of these languages.
            TextDecoder.Decode(Legacy(name).GetBytes(text)).Text.ShouldBe(text);
        }
    }

    public static TheoryData<string, string> Worldwide =>
        new()
        {
            { "windows-1250", "Łukasz Wiśniewski\n\nW nocy padał deszcz, a fale uderzały o nabrzeże. Żaden człowiek nie przyszedł." },
            { "windows-1250", "Jiří Dvořák\n\nV noci pršelo a vlny narážely na nábřeží. Žádný člověk nepřišel." },
            { "windows-1251", "Ольга Смирнова\n\nНочью шёл дождь, и волны бились о набережную." },
            { "koi8-r", "Ольга Смирнова\n\nНочью шёл дождь, и волны бились о набережную." },
            { "windows-1254", "Ayşe Yılmaz\n\nGece yağmur yağdı ve dalgalar rıhtıma çarptı. Kimse gelmedi." },
            { "iso-8859-7", "Γιώργος Παπαδόπουλος\n\nΤη νύχτα έβρεχε και τα κύματα χτυπούσαν την προβλήτα." },
            { "windows-1255", "דוד כהן\n\nבלילה ירד גשם והגלים היכו ברציף." },
            { "windows-1256", "محمد علي\n\nهطل المطر في الليل وضربت الأمواج الرصيف." },
            { "shift_jis", "山田太郎\n\n夜に雨が降り、波が岸壁を打った。だれも来なかった。" },
            { "gb18030", "王小明\n\n夜里下了雨，海浪拍打着码头。谁也没有来。" },
        };

    public static TheoryData<string, string> ListsOfNames =>
        new()
        {
            { "gb18030", "王小明 李娜 张伟 陈静 刘洋" },
            { "shift_jis", "さとう みさき タナカ タロウ" },
            { "koi8-r", "Ольга Смирнова Иван Петров" },
            { "windows-1251", "Иван Петров" },
            { "windows-1253", "Σωκράτης Παππάς Γιώργος Παπαδόπουλος" },
            { "windows-1252", "Sigríður Þórðardóttir" },
            { "macintosh", "Åsa Öberg" },
            { "iso-2022-jp", "美咲 佐藤" },
            { "iso-2022-kr", "김민준 이서연" },
            { "hz-gb-2312", "王小明 李娜" },
        };

    [Theory]
    [MemberData(nameof(ListsOfNames))]
    public void A_few_names_are_read_for_certain(string name, string names)
    {
        var list = "namn;e-post\r\n" + string.Concat(names.Split(' ').Select(each => $"{each};x@skola.example\r\n"));

        var decoded = TextDecoder.Decode(Legacy(name).GetBytes(list));

        (decoded.Text, decoded.IsCertain).ShouldBe((list, true));
    }

    public static TheoryData<string, string> TooFewNames =>
        new()
        {
            { "gb18030", "陈丽 林志强" },
            { "big5", "陳怡君 林志豪" },
            { "euc-kr", "김민준 이서연" },
            { "koi8-u", "Олена Шевченко Іван Їжак" },
        };

    [Theory]
    [MemberData(nameof(TooFewNames))]
    public void What_is_no_word_of_any_language_is_a_guess(string name, string names)
    {
        var list = "namn;e-post\r\n" + string.Concat(names.Split(' ').Select(each => $"{each};x@skola.example\r\n"));

        var decoded = TextDecoder.Decode(Legacy(name).GetBytes(list));

        (decoded.Text == list || !decoded.IsCertain).ShouldBeTrue(decoded.Text);
    }

    [Theory]
    [MemberData(nameof(Worldwide))]
    public void Older_encodings_of_other_languages_are_detected(string name, string text) =>
        TextDecoder.Decode(Legacy(name).GetBytes(text)).Text.ShouldBe(text);

    [Fact]
    public void Bytes_that_an_older_encoding_does_not_know_are_replaced_and_counted()
    {
        var decoded = TextDecoder.Decode([.. Legacy("windows-1252").GetBytes("Vårens första dag blåste det över ängarna."), 0x81]);

        decoded.ShouldBe(new("Vårens första dag blåste det över ängarna.\uFFFD", "windows-1252", 1));
    }

    [Theory]
    [InlineData(new byte[] { 1, 2, 3, 4, 0, 0, 0, 5, 6, 7, 8, 14, 15, 16, 0, 0 })]
    [InlineData(new byte[] { 0x41, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0 })]
    public void Binary_data_is_no_text(byte[] content) => TextDecoder.LooksLikeText(content).ShouldBeFalse();

    [Fact]
    public void Nothing_is_an_empty_text() => TextDecoder.Decode([]).ShouldBe(new("", "utf-8", 0));
}
