using System.Text;

namespace Phase1.Nlp.Matching;

/// <summary>Turns one piece between two cuts into the names it holds: titles dropped, comma and two-author rules applied.</summary>
sealed class NamePieces(NameShape shape)
{
    public readonly record struct Found(IReadOnlyList<string> Names, bool HasSeveralAuthors);

    static readonly Found Nothing = new([], HasSeveralAuthors: false);

    public Found Read(ReadOnlySpan<char> piece, bool hasDate)
    {
        piece = Segment.Trim(piece);
        if (piece.Length < 2 || piece.Length > 200)
        {
            return Nothing;
        }

        var parts = SplitAuthors(piece);
        return parts.Count == 1 ? ReadOne(parts[0], hasDate) : ReadSeveral(parts, hasDate);
    }

    Found ReadOne(string piece, bool hasDate)
    {
        piece = WithoutTitles(piece);
        return shape.Fits(piece, hasDate) ? new Found(ReadComma(piece), HasSeveralAuthors: false) : Nothing;
    }

    /// <summary>One word on at least one side of a comma is "Last, First"; more on both sides are two names.</summary>
    static string[] ReadComma(string piece)
    {
        var comma = piece.IndexOf(',', StringComparison.Ordinal);
        if (comma < 0)
        {
            return [piece];
        }

        var (before, after) = (piece[..comma].Trim(), piece[(comma + 1)..].Trim());
        var isReversed = CountWords(WithoutParticles(before)) <= 1 || CountWords(after) <= 1;
        return isReversed ? [$"{after} {before}".Trim()] : [before, after];
    }

    Found ReadSeveral(List<string> parts, bool hasDate)
    {
        var last = parts[^1] = WithoutTitles(parts[^1]);
        if (CountWords(last) < 2 || !shape.Fits(last, hasDate))
        {
            return Nothing;
        }

        var surname = SurnameOf(last);
        List<string> names = [];
        for (var i = 0; i < parts.Count - 1; i++)
        {
            var part = WithoutTitles(parts[i]);
            var name = CountWords(part) == 1 ? $"{part} {surname}" : part;
            if (!shape.Fits(name, hasDate))
            {
                return Nothing;
            }

            names.AddRange(ReadComma(name));
        }

        names.AddRange(ReadComma(last));
        return new Found(names, HasSeveralAuthors: true);
    }

    static List<string> SplitAuthors(ReadOnlySpan<char> piece)
    {
        List<string> parts = [];
        StringBuilder part = new();
        foreach (var range in SpaceJoints(piece).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (Words.IsAuthorJoint(range))
            {
                Close();
            }
            else
            {
                part.Append(' ').Append(range);
            }
        }

        Close();
        return parts.Count > 0 ? parts : [""];

        void Close()
        {
            var text = Segment.Trim(part.ToString()).ToString();
            part.Clear();
            if (text.Length > 0)
            {
                parts.Add(text);
            }
        }
    }

    static string SpaceJoints(ReadOnlySpan<char> piece)
    {
        if (piece.IndexOfAny("&+/;") < 0)
        {
            return piece.ToString();
        }

        StringBuilder spaced = new(piece.Length + 8);
        foreach (var c in piece)
        {
            _ = c is '&' or '+' or '/' or ';' ? spaced.Append(' ').Append(c).Append(' ') : spaced.Append(c);
        }

        return spaced.ToString();
    }

    static string SurnameOf(string name)
    {
        var comma = name.IndexOf(',', StringComparison.Ordinal);
        if (comma > 0)
        {
            return name[..comma];
        }

        var words = name.Split(' ');
        var start = words.Length - 1;
        while (start > 1 && Words.IsParticle(words[start - 1]))
        {
            start--;
        }

        return string.Join(' ', words[start..]);
    }

    static string WithoutTitles(string piece)
    {
        while (piece.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end && Words.IsTitle(piece.AsSpan(0, end)))
        {
            piece = piece[(end + 1)..];
        }

        return piece;
    }

    /// <summary>A surname is one word with its particles: "de la Cruz, Ana Lucía".</summary>
    static string WithoutParticles(string surname)
    {
        while (surname.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end && Words.IsParticle(surname.AsSpan(0, end)))
        {
            surname = surname[(end + 1)..];
        }

        return surname;
    }

    static int CountWords(string piece) => piece.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Count(word => word != "-");
}
