using System.Buffers;

namespace Phase1.Nlp.Matching;

/// <summary>Reads a name out of an address that belongs to no student, when the text gave no name at all.</summary>
sealed class EmailLocalParts : IReadingStep
{
    static readonly SearchValues<char> Separators = SearchValues.Create("._-");

    public void Read(EssayReading reading)
    {
        if (reading.Names.Count > 0 || reading.Emails.Count == 0 || reading.IsAnyAddressKnown())
        {
            return;
        }

        foreach (var email in reading.Emails)
        {
            var parts = Parts(email.Address.LocalPart);
            if (parts.Count is >= 2 and <= 6)
            {
                reading.AddName(string.Join(' ', parts), NameSource.EmailLocalPart);
            }
        }
    }

    static List<string> Parts(string localPart)
    {
        List<string> parts = [];
        var plain = string.Concat(localPart.Where(c => !char.IsDigit(c))).AsSpan();
        foreach (var range in plain.SplitAny(Separators))
        {
            var part = plain[range];
            if (part.Length >= 2 && NameWord.Is(part) && !Words.IsMailbox(part))
            {
                parts.Add(part.ToString());
            }
        }

        return parts;
    }
}
