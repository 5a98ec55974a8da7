namespace Phase1.Nlp.Matching;

/// <summary>Swedish writes a role as one word with what it is for, so that no list has them all: "språkgranskare", "engelskalärare", "skrivkompis".</summary>
static class SwedishRoles
{
    /// <summary>What words for people who did not write the text end in.</summary>
    static readonly string[] Endings =
    [
        "läsare",
        "granskare",
        "handledare",
        "lärare",
        "bedömare",
        "rättare",
        "kompis",
        "kamrat",
        "partner",
        "ledare",
        "assistent",
        "pedagog",
        "ansvarig",
        "granne",
        "redigerare",
    ];

    /// <summary>Whether the word is such a role with something before it.</summary>
    public static bool IsCompound(ReadOnlySpan<char> word)
    {
        foreach (var ending in Endings)
        {
            if (word.Length > ending.Length && !word.Contains(' ') && word.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
