namespace Phase1.Nlp.Matching;

/// <summary>Collects the addresses of the text, each once, with the mark of those that stand in the body.</summary>
sealed class EmailExtractor : IReadingStep
{
    const int LastLines = 5;

    /// <summary>More addresses than any real text holds; a bound for hostile ones.</summary>
    const int MostEmails = 100;

    public void Read(EssayReading reading)
    {
        HashSet<string> seen = [];
        var text = reading.Text;
        var zoneEnd = reading.Zone[^1].End;
        var tailStart = -1;
        var quotedFrom = -1;
        for (var from = 0; reading.Emails.Count < MostEmails && EmailScanner.TryNext(text, from, out var range); from = range.End.Value)
        {
            var start = range.Start.Value;
            var address = new EmailAddress(text[range]);
            if (seen.Contains(address.Text) || reading.IsBlanked(start))
            {
                continue;
            }

            tailStart = tailStart < 0 ? TextLines.StartOfLast(text, LastLines) : tailStart;
            var inBody = start >= zoneEnd && start < tailStart;
            // What stands in the body confirms nobody anyway.
            if (inBody || !(AddressRole.IsAnothers(reading, start) || IsQuoted(start)))
            {
                seen.Add(address.Text);
                reading.Emails.Add(new FoundEmail(address, start, range.End.Value, inBody, IsOwn: !OwnerAbove.IsAnother(reading, start)));
            }
        }

        bool IsQuoted(int position)
        {
            if (position < zoneEnd)
            {
                return false;
            }

            quotedFrom = quotedFrom < 0 ? QuotedMail.StartBelowZone(reading) : quotedFrom;
            return position >= quotedFrom;
        }
    }
}
