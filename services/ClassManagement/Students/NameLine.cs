using Phase1.ClassManagement.Storage;

namespace Phase1.ClassManagement.Students;

/// <summary>
/// A name typed in one line: "Last, First" or "First ... Last". Without a comma the last word is the surname, with the particles before it.
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

    internal static NameLine? Read(string line, out NameLineFault fault)
    {
        fault = Check(line);
        if (fault != NameLineFault.None)
        {
            return null;
        }
        return Checked(line.Contains(',', StringComparison.Ordinal) ? ReadSurnameFirst(line) : ReadSurnameLast(Words(line)), out fault);
    }

    /// <summary>A name whose halves stand apart.</summary>
    internal static NameLine? Of(string first, string last, out NameLineFault fault)
    {
        fault = Check(first + last);
        return fault == NameLineFault.None ? Checked(new NameLine(Join(Words(first)), Join(Words(last))), out fault) : null;
    }

    static NameLine? Checked(NameLine? name, out NameLineFault fault)
    {
        fault = name switch
        {
            null => NameLineFault.NotOneComma,
            { Last: "" } or { First: "" } => NameLineFault.NameIncomplete,
            { First.Length: > 255 } or { Last.Length: > 255 } => NameLineFault.TooLong,
            _ => NameLineFault.None,
        };
        return fault == NameLineFault.None ? name : null;
    }

    static NameLineFault Check(string line) =>
        string.IsNullOrWhiteSpace(line) ? NameLineFault.Empty
        : FieldErrors.IsDamaged(line) ? NameLineFault.DamagedCharacters
        : line.Any(c => (char.IsControl(c) && c != '\t') || char.IsDigit(c) || c is '@' or ';' or '<' or '>' or '=')
            ? NameLineFault.InvalidCharacters
        : NameLineFault.None;

    static NameLine? ReadSurnameFirst(string line)
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
