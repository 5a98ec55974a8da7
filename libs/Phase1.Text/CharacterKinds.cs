using System.Buffers;

namespace Phase1.Text;

/// <summary>What the normaliser does with a character.</summary>
enum CharacterKind : byte
{
    Plain,
    Blank,

    /// <summary>What keeps the cells of a table's row apart.</summary>
    Tab,
    LineEnd,
    Invisible,
    Hyphen,
    Apostrophe,
}

/// <summary>The kind of every UTF-16 code unit, in one table.</summary>
static class CharacterKinds
{
    static readonly CharacterKind[] Kinds = [.. Enumerable.Range(0, char.MaxValue + 1).Select(c => Classify((char)c))];

    /// <summary>The characters that the normaliser never leaves as they are.</summary>
    public static SearchValues<char> Rewritten { get; } =
        SearchValues.Create([
            .. Enumerable
                .Range(0, char.MaxValue + 1)
                .Select(c => (char)c)
                .Where(c => c is not (' ' or '\n') && Of(c) != CharacterKind.Plain),
        ]);

    public static CharacterKind Of(char c) => Kinds[c];

    static CharacterKind Classify(char c) =>
        c switch
        {
            '\r' or '\n' or '\u0085' or '\u2028' or '\u2029' or '\v' or '\f' => CharacterKind.LineEnd,
            '\t' => CharacterKind.Tab,
            '\uFEFF' or (>= '\u200B' and <= '\u200F') or '\u2060' or '\u00AD' => CharacterKind.Invisible,
            (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') => CharacterKind.Invisible,
            (>= '\u2010' and <= '\u2015') or '\u2212' => CharacterKind.Hyphen,
            '\u2018' or '\u2019' or '\u02BC' or '\u00B4' or '`' => CharacterKind.Apostrophe,
            _ when char.IsControl(c) => CharacterKind.Invisible,
            _ when char.IsWhiteSpace(c) => CharacterKind.Blank,
            _ => CharacterKind.Plain,
        };
}
