namespace Phase1.Text;

/// <summary>Signs of many scripts and keyboards that readers take for one another, each beside the plain one.</summary>
static class SharedSigns
{
    /// <summary>Every sign with the plain one that stands for it.</summary>
    public static IReadOnlyDictionary<char, char> Plain { get; } = Read();

    static IReadOnlyList<(char Plain, string Signs)> Table =>
        [
            // Modifier letters (okina, ayn, hamza, prime), single quotation marks, the Greek, Armenian, Hebrew and N'Ko ones, saltillo.
            (
                '\'',
                "\u201A\u201B\u02B9\u02BB\u02BD\u02BE\u02BF\u02C8\u02CA\u02CB\u2032\u2035\u0384\u1FBD\u1FBF\u1FFE\u055A\u05F3\u07F4\u07F5\uA78B\uA78C"
            ),
            ('"', "\u201C\u201D\u201E\u201F\u00AB\u00BB\u2039\u203A\u2033\u2036\u02BA\u05F4\u300C\u300D\u300E\u300F\u301D\u301E\u301F"),
            ('-', "\u05BE\u058A\u1806\u2043\u2E3A\u2E3B\u30A0"),
            ('\u00B7', "\u2022\u2027\u2219\u22C5\u2E31\u2E33\uA78F"),
            (',', "\u3001\u060C\u055D\u1802"),
            ('.', "\u3002\u06D4\u0589"),
            (';', "\u061B"),
            ('?', "\u061F"),
            (':', "\uA789\u2236"),
            ('(', "\u3008\u300A\u27E8"),
            (')', "\u3009\u300B\u27E9"),
            ('[', "\u3010\u3014\u3016\u3018\u301A"),
            (']', "\u3011\u3015\u3017\u3019\u301B"),
        ];

    static Dictionary<char, char> Read() =>
        Table.SelectMany(row => row.Signs.Select(sign => (sign, row.Plain))).ToDictionary(pair => pair.sign, pair => pair.Plain);
}
