using System.Buffers;

namespace Phase1.Nlp.Matching;

/// <summary>Tells from what stands around an address whether it is the writer's or somebody else's.</summary>
static class AddressRole
{
    /// <summary>The longest label; what is longer before a colon is a sentence.</summary>
    const int LongestLabel = 40;

    /// <summary>What ends one statement of a line and begins another.</summary>
    static readonly SearchValues<char> Breaks = SearchValues.Create(",;|/()\t");

    static readonly WordSet Directions = new("to till cc bcc til an c/o w/ -> → =>");

    /// <summary>What stands further away on a line of prose says nothing about an address.</summary>
    const int Reach = 200;

    public static bool IsAnothers(EssayReading reading, int position)
    {
        var place = TextLines.At(reading.Text, position);
        var start = Math.Max(place.Start, position - Reach);
        var line = reading.Text.AsSpan(start, Math.Min(place.End, position + Reach) - start);
        var before = line[..(position - start)];
        return QuotedMail.IsQuoted(reading.Line(place))
            || (
                LabelBefore(reading, line, before)
                ?? (RoleLines.MentionsOther(line) || EndsWithDirection(before) || !OwnersLine.Is(reading, line))
            );
    }

    /// <summary>Whether the last role before the position on its line is another's.</summary>
    public static bool StandsBehindRole(ReadOnlySpan<char> line, ReadOnlySpan<char> before) =>
        LastLabel(line, before).Kind == Label.Anothers;

    /// <summary>What the last label before the address says: true for somebody else, false for the writer, null when it says neither.</summary>
    static bool? LabelBefore(EssayReading reading, ReadOnlySpan<char> line, ReadOnlySpan<char> before)
    {
        var (kind, start) = LastLabel(line, before);
        return kind switch
        {
            Label.Anothers => true,
            // Other words before it make it a label that nobody knows: "Mammas e-post:", "Photo by:".
            Label.Own => !OwnersLine.Is(reading, before[(before[..start].LastIndexOfAny(Breaks) + 1)..start]),
            Label.None when IsLabelLike(before, out var label) => !reading.IsStudent(label),
            _ => null,
        };
    }

    static (Label Kind, int Start) LastLabel(ReadOnlySpan<char> line, ReadOnlySpan<char> before)
    {
        var last = (Kind: Label.None, Start: 0);
        var behindLabel = 0;
        foreach (var atom in LineAtom.Of(before))
        {
            // "Corrected by:" is one label: the "by" in it is none.
            if (atom.Start < behindLabel)
            {
                continue;
            }

            var rest = line[atom.Start..];
            var kind =
                RoleLines.IsRole(rest) || LineKeywords.Topic.TryValue(rest, ":", out _) ? Label.Anothers
                : LineKeywords.IsOwn(rest) ? Label.Own
                : LineKeywords.IsInformation(rest) ? Label.Neutral
                : Label.None;
            if (kind != Label.None)
            {
                last = (kind, atom.Start);
                behindLabel = atom.Start + rest.IndexOfAny(':', '=', '-');
            }
        }

        return last;
    }

    static bool IsLabelLike(ReadOnlySpan<char> before, out ReadOnlySpan<char> label)
    {
        var text = before.TrimEnd(" <").EndsWith("mailto:", StringComparison.OrdinalIgnoreCase)
            ? before[..before.LastIndexOf("mailto:", StringComparison.OrdinalIgnoreCase)]
            : before;
        label = text.LastIndexOf(':') is > 0 and <= LongestLabel and var colon ? text[..colon] : [];
        return !label.IsEmpty && !label.ContainsAnyInRange('0', '9');
    }

    static bool EndsWithDirection(ReadOnlySpan<char> before)
    {
        var text = before.TrimEnd(" <(");
        return Directions.Contains(text[(text.LastIndexOf(' ') + 1)..]);
    }

    enum Label
    {
        None,
        Anothers,
        Own,

        /// <summary>A date, a course, a class: it says nothing about an address.</summary>
        Neutral,
    }
}
