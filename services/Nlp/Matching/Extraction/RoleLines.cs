namespace Phase1.Nlp.Matching;

/// <summary>Finds the roles of <see cref="RoleKeywords"/> on a line, with what may stand beside them.</summary>
static class RoleLines
{
    const int MostFurtherWords = 4;

    static readonly WordSet Qualifiers = new(
        """
        peer second third andra tredje first första other another annan annat extern external internal intern anonym anonymous
        kollegial senior main responsible ansvarig biträdande assisting assistant head class subject language english swedish guest student
        """
    );

    /// <summary>Whom essays are about: "My Parents" is a title.</summary>
    static readonly WordSet Admired = new("teacher teachers lärare parent parents förälder föräldrar mentor coach klasskamrat klasskompis");

    static readonly WordSet Prepositions = new("i in of för for");
    static readonly WordSet Possessives = new("my min mitt our vår");
    static readonly WordSet Makers = new("by av");

    /// <summary>A role of somebody else with its colon: "Granskare:", "Till:".</summary>
    public static bool IsRole(ReadOnlySpan<char> line) =>
        RoleKeywords.Other.TryValue(line, ":=", out _) || RoleKeywords.Addressee.TryValue(line, ":=", out _);

    /// <summary>Such a role with nothing behind it; the person stands on a line beside it.</summary>
    public static bool IsRoleAlone(ReadOnlySpan<char> line)
    {
        var phrase = line.TrimEnd(" :=");
        return IsPerson(phrase) || RoleKeywords.Addressee.Is(phrase) || IsPersonQualified(phrase) || IsPersonWithSubject(phrase);
    }

    /// <summary>Whether the line ends with such a role and its colon: "Klass: NV26B, granskare:".</summary>
    public static bool EndsWithRole(ReadOnlySpan<char> line)
    {
        foreach (var atom in LineAtom.Of(line))
        {
            var rest = line[atom.Start..];
            if (
                (RoleKeywords.Other.TryValue(rest, ":", out var value) && value.IsEmpty)
                || (RoleKeywords.Addressee.TryValue(rest, ":", out value) && value.IsEmpty)
            )
            {
                return true;
            }
        }

        return false;
    }

    static bool IsPerson(ReadOnlySpan<char> phrase) => RoleKeywords.Other.Is(phrase) || SwedishRoles.IsCompound(phrase);

    /// <summary>"Second reader", "Min opponent"; with an article it is a title: "The Teacher".</summary>
    static bool IsPersonQualified(ReadOnlySpan<char> phrase) =>
        phrase.IndexOf(' ') is > 0 and var end
        && phrase[..end] is var word
        && phrase[(end + 1)..] is var person
        && (Qualifiers.Contains(word) || (Possessives.Contains(word) && !Admired.Contains(person)))
        && IsPerson(person);

    /// <summary>"Undervisande lärare i engelska", "Reviewed by my friend", "Granskad och kommenterad av".</summary>
    static bool IsPersonWithSubject(ReadOnlySpan<char> phrase)
    {
        var length = RoleKeywords.Other.Opening(phrase);
        var words = length == 0 ? [] : LineAtom.Of(phrase[length..]);
        if (words.Count is 0 or > MostFurtherWords)
        {
            return false;
        }

        var rest = phrase[length..];
        var first = rest[words[0].Start..words[0].End];
        var last = rest[words[^1].Start..words[^1].End];
        return (Prepositions.Contains(first) && Words.PrecedesNumber(last)) || Possessives.Contains(first) || Makers.Contains(last);
    }

    /// <summary>Somebody else's role without a colon, wherever it stands: "Malin Nyqvist (opponent)".</summary>
    public static bool MentionsOther(ReadOnlySpan<char> line)
    {
        foreach (var atom in LineAtom.Of(line))
        {
            if (SwedishRoles.IsCompound(line[atom.Start..atom.End]) && line[atom.End..].TrimStart(' ') is not [':' or '=', ..])
            {
                return true;
            }
        }

        return RoleKeywords.Other.StandIn(line, ":=");
    }
}
