using Phase1.ClassManagement.Storage;

namespace Phase1.ClassManagement.Students;

/// <summary>
/// A name typed in one line: "Last, First" or "First ... Last". Without a comma the last word is the surname, with the particles before it; where
/// the surname is known to come first, the first word with the particles before it.
/// </summary>
sealed record NameLine(string First, string Last)
{
    static readonly HashSet<string> Particles =
    [
        "af",
        "av",
        "von",
        "van",
        "vom",
        "zu",
        "zum",
        "zur",
        "de",
        "den",
        "der",
        "del",
        "della",
        "di",
        "da",
        "dos",
        "das",
        "du",
        "la",
        "le",
        "las",
        "los",
        "el",
        "al",
        "bin",
        "bint",
        "ben",
        "ibn",
        "ter",
        "ten",
    ];

    // What stands in no name, but in other columns, and in names that were read in a wrong encoding.
    const string ForeignSigns = "@;<>=¡¢£¤¥¦§¨©¬®¯°±²³¶¸¹¼½¾¿×÷†‡‰…‹›€™ˆ˜";

    /// <param name="text">The name.</param>
    /// <param name="fault">Why it is none.</param>
    /// <param name="isSurnameFirst">True where the surname is known to come first, with or without a comma behind it.</param>
    internal static NameLine? Read(string text, out NameLineFault fault, bool isSurnameFirst = false)
    {
        var line = FieldErrors.Clean(text);
        fault = Check(text, line);
        if (fault != NameLineFault.None)
        {
            return null;
        }
        var name =
            line.Contains(',', StringComparison.Ordinal) ? ReadAtComma(line)
            : isSurnameFirst ? ReadSurnameFirst(Words(line))
            : ReadSurnameLast(Words(line));
        return Checked(name, out fault);
    }

    /// <summary>A name whose halves stand apart.</summary>
    internal static NameLine? Of(string first, string last, out NameLineFault fault)
    {
        fault = Check(first + last, FieldErrors.Clean(first + last));
        return fault == NameLineFault.None
            ? Checked(new NameLine(Join(Words(FieldErrors.Clean(first))), Join(Words(FieldErrors.Clean(last)))), out fault)
            : null;
    }

    static NameLine? Checked(NameLine? name, out NameLineFault fault)
    {
        fault = name switch
        {
            null => NameLineFault.NotOneComma,
            _ when FieldErrors.IsBlank(name.Last) || FieldErrors.IsBlank(name.First) => NameLineFault.NameIncomplete,
            { First.Length: > 255 } or { Last.Length: > 255 } => NameLineFault.TooLong,
            _ => NameLineFault.None,
        };
        return fault == NameLineFault.None ? name : null;
    }

    static NameLineFault Check(string text, string line) =>
        string.IsNullOrWhiteSpace(line) ? NameLineFault.Empty
        : FieldErrors.IsDamaged(text) ? NameLineFault.DamagedCharacters
        : FieldErrors.HasUnreadable(text) || line.Any(c => char.IsDigit(c) || ForeignSigns.Contains(c)) ? NameLineFault.InvalidCharacters
        : NameLineFault.None;

    static NameLine? ReadAtComma(string line)
    {
        var halves = line.Split(',');
        return halves.Length == 2 ? new NameLine(Join(Words(halves[1])), Join(Words(halves[0]))) : null;
    }

    static NameLine ReadSurnameLast(string[] words)
    {
        var surname = words.Length - 1;
        // The first word stays a given name even where it looks like a particle ("Ben Svensson").
        while (surname > 1 && Particles.Contains(words[surname - 1].ToLowerInvariant()))
        {
            surname--;
        }
        return surname == 0 ? new NameLine("", words[0]) : new NameLine(Join(words[..surname]), Join(words[surname..]));
    }

    static NameLine ReadSurnameFirst(string[] words)
    {
        var given = 1;
        // The last word stays a given name even where those before it look like particles.
        while (given < words.Length - 1 && Particles.Contains(words[given - 1].ToLowerInvariant()))
        {
            given++;
        }
        return new NameLine(Join(words[given..]), Join(words[..given]));
    }

    static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    static string Join(string[] words) => string.Join(' ', words);
}

enum NameLineFault
{
    None,
    Empty,

    /// <summary>One word: a surname, or a given name, that wants completing.</summary>
    NameIncomplete,
    NotOneComma,
    InvalidCharacters,

    /// <summary>A letter was lost before the name came here: a byte that could not be read.</summary>
    DamagedCharacters,
    TooLong,
}
