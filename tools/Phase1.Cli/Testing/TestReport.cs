namespace Phase1.Cli.Testing;

/// <summary>What a run came to.</summary>
/// <param name="Text">Failed tests with their messages, skipped ones with their reasons, and one line that counts all of them.</param>
/// <param name="Succeeded">Whether none failed and some passed.</param>
sealed record TestReport(string Text, bool Succeeded)
{
    internal static TestReport Of(IReadOnlyList<TestTally> tallies)
    {
        var passed = tallies.Sum(tally => tally.Passed);
        List<TestNote> failed = [.. tallies.SelectMany(tally => tally.Failures)];
        List<TestNote> skipped = [.. tallies.SelectMany(tally => tally.Skips)];
        string[] lines =
        [
            .. Listed("Failed:", failed),
            .. Listed("Skipped:", skipped),
            $"{passed} passed, {failed.Count} failed, {skipped.Count} skipped",
        ];
        return new(string.Join('\n', lines), failed.Count == 0 && passed > 0);
    }

    static IEnumerable<string> Listed(string title, List<TestNote> notes) =>
        notes.Count == 0 ? [] : notes.Select(note => $"  {note.Test}: {note.Words.ReplaceLineEndings("\n    ")}").Prepend(title);
}
