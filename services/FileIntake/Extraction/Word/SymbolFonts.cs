using System.Globalization;
using System.Text;

namespace Phase1.FileIntake.Extraction.Word;

/// <summary>Characters that <c>w:sym</c> names by font and code. Fonts of one byte have their codes from F000.</summary>
static class SymbolFonts
{
    const int FirstPrivate = 0xF000;
    const int LastPrivate = 0xF0FF;

    /// <summary>Stands for a sign without a character of its own.</summary>
    const string UnknownSign = "□";

    static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    // The font Symbol has the Greek letters where ASCII has the Latin ones.
    const string LatinKeys = "ABCDEFGHIKLMNOPQRSTUWXYZabcdefghiklmnopqrstuwxyz";
    const string GreekLetters = "ΑΒΧΔΕΦΓΗΙΚΛΜΝΟΠΘΡΣΤΥΩΞΨΖαβχδεφγηικλμνοπθρστυωξψζ";

    /// <summary>What Word's own corrections write: arrows, faces, ticks.</summary>
    static readonly Dictionary<int, string> Wingdings = new()
    {
        [0xDF] = "←",
        [0xE0] = "→",
        [0xE8] = "➔",
        [0xF3] = "↔",
        [0x4A] = "☺",
        [0x4B] = "😐",
        [0x4C] = "☹",
        [0xFC] = "✓",
        [0xFB] = "✗",
    };

    public static string Text(string? font, string? hexadecimal)
    {
        if (!int.TryParse(hexadecimal, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) || !Rune.IsValid(code))
        {
            return "";
        }

        if (code is < FirstPrivate or > LastPrivate)
        {
            return new Rune(code).ToString();
        }

        var key = code - FirstPrivate;
        return font switch
        {
            "Symbol" when LatinKeys.IndexOf((char)key, StringComparison.Ordinal) is >= 0 and var at => GreekLetters[at].ToString(),
            "Wingdings" => Wingdings.GetValueOrDefault(key, UnknownSign),
            null or "Symbol" or "Webdings" or "Wingdings 2" or "Wingdings 3" or "ZapfDingbats" => UnknownSign,
            // Any other font: its letters have the codes of Windows-1252.
            _ => Windows1252.GetString([(byte)key]),
        };
    }
}
