namespace Phase1.Nlp.Matching;

/// <summary>A run of capitalised words, with particles between them.</summary>
readonly record struct CapitalisedRun(int Start, int End, int Words);

/// <summary>Finds runs of capitalised words; punctuation and any other word end a run.</summary>
static class CapitalisedRuns
{
    const string Punctuation = ".,;:!?()\"'";

    public static List<CapitalisedRun> Of(ReadOnlySpan<char> text)
    {
        List<CapitalisedRun> runs = [];
        CapitalisedRun run = default;
        foreach (var range in text.Split(' '))
        {
            var (start, length) = range.GetOffsetAndLength(text.Length);
            var word = text.Slice(start, length);
            var opened = word.TrimStart(Punctuation);
            var bare = NameWord.Is(opened) ? opened : opened.TrimEnd(Punctuation);
            start += length - opened.Length;
            if (opened.Length < length || bare.IsEmpty)
            {
                Close(runs, ref run);
            }

            if (NameWord.IsCapitalised(bare))
            {
                run = new CapitalisedRun(run.Words == 0 ? start : run.Start, start + bare.Length, run.Words + 1);
            }
            else if (run.Words == 0 || !Words.IsParticle(bare))
            {
                Close(runs, ref run);
            }

            if (bare.Length < opened.Length)
            {
                Close(runs, ref run);
            }
        }

        Close(runs, ref run);
        return runs;
    }

    static void Close(List<CapitalisedRun> runs, ref CapitalisedRun run)
    {
        if (run.Words > 0)
        {
            runs.Add(run);
        }

        run = default;
    }
}
