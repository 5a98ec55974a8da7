namespace Phase1.Nlp.Matching;

/// <summary>Takes the addresses out of a line, leaving blanks of the same length so that positions stay true.</summary>
static class AddressEraser
{
    public static ReadOnlySpan<char> Erase(ReadOnlySpan<char> line)
    {
        if (!EmailScanner.TryNext(line, 0, out var address))
        {
            return line;
        }

        var erased = line.ToArray();
        var from = 0;
        do
        {
            var start = address.Start.Value;
            start -= line[from..start].EndsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? "mailto:".Length : 0;
            from = address.End.Value;
            erased.AsSpan(start..from).Fill(' ');
        } while (EmailScanner.TryNext(line, from, out address));

        erased.AsSpan().Replace('<', ' ');
        erased.AsSpan().Replace('>', ' ');
        return erased;
    }
}
